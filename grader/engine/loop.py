"""What takes the place of asyncio's event loop, whichever way the program asks for one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from .network.loop import NetworkLoop
from .outcomes import ENDS
from .virtual.clock import SECOND

if TYPE_CHECKING:
    from .program import Program


def loop_class(program: Program) -> type[NetworkLoop]:
    """Return the class of a program's event loops."""

    class EventLoop(NetworkLoop):
        """What takes the place of asyncio's loop, whichever way the program asks for one."""

        def __init__(self, selector: Any = None) -> None:
            schedule = program.schedule
            observer = program.recorder if schedule is None else schedule.observer(program.recorder)
            super().__init__(program.turns, None if program.is_real else program.network, observer)
            program.recorder.attach(self)
            if schedule is not None:
                schedule.attach(self)
            self.set_exception_handler(program.on_loop_error)
            if not program.turns.in_main():
                program.recorder.post("second-loop", None, program.recorder.frames.place_of(sys._getframe()))

        def _virtual_time(self) -> float:
            """Return the time; a loop of the program's that only reads it is moved on, as with every clock."""
            if sys._getframe(1).f_code.co_filename in program.job["files"]:
                return program.virtual.look("loop.time()") / SECOND
            return self.clock.now / SECOND

        def run_forever(self) -> None:
            """Run; a script that is cut off does nothing at its end any more, nor does a file that is loaded."""
            try:
                super().run_forever()
            except ENDS as cut:
                if program.script is not None or program.phase == "load":
                    program.cut(cut)
                raise

        def run_until_complete(self, future: Any) -> Any:
            """Run a future; none of the exercise's own while its file is loaded."""
            run = super().run_until_complete
            return None if program.unguarded.leave_out(future, self, run) else run(future)

    EventLoop.__module__, EventLoop.__qualname__ = "asyncio", "EventLoop"  # which a program may print
    return EventLoop
