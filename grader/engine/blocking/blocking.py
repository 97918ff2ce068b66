"""What holds up the event loop's thread: waits, with their lines. Nothing else can run while one lasts.

`time.sleep` on the loop's thread is not waited for: the clock jumps, and the stretch is recorded as blocked, since
nothing else can run in it. In a worker thread it parks the thread in virtual time. A loop that does nothing but read
the time is moved on, a millisecond a look, after a thousand looks. A wait for other threads lasts as long as they take.

Some calls block and take no virtual time: reading a file, waiting for a thread that only computes. They are stretches
of no length. Whether such a call is the learner's own is told from the stack (`Blame`): what Python does to import a
module, or a library in a coroutine of its own, is not.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import types
from _thread import get_ident
from collections.abc import Callable
from typing import Any, NamedTuple

from ..recorder.frames import CORO_FLAGS, HANDLE_RUN, short
from ..recorder.recorder import Recorder
from ..virtual import time as virtual_time
from ..virtual.clock import SECOND
from ..virtual.time import MACHINE
from ..virtual.turns import Deadlock, Turns

_running_loop = asyncio._get_running_loop

LOOKS = 1_000
"""Looks at the clock without it moving before each further look moves it."""

LOOK = SECOND // 1_000
"""How far a look moves it."""


class Exit(BaseException):
    """The program asked for its process to end."""

    def __init__(self, call: str, status: int, place: Any) -> None:
        super().__init__(call)
        self.call = call
        self.status = status
        self.place = place


class _Looks:
    """How often a thread has looked at the clock since it moved, and in which step."""

    __slots__ = ("at", "count", "steps")

    def __init__(self) -> None:
        self.at, self.count, self.steps = -1, 0, -1


class Blame(NamedTuple):
    """Whose call it is that runs at a frame."""

    library: types.FrameType | None
    """The library's function that the program called; None where it called what is written in C."""

    def name(self, event: str) -> str:
        """Name the call as the program would: `Path.read_text()`, `shutil.copy()`, or by what Python says it does."""
        if self.library is None:
            return f"{event}()"
        code = self.library.f_code
        name = code.co_qualname.rpartition("<locals>.")[2]
        owner, _, method = name.rpartition(".")
        if owner:
            owner = _SPOKEN.get(owner, owner.lstrip("_"))
            return f"{owner}()" if method in ("__init__", "__new__") else f"{owner}.{method}()"
        module = str(self.library.f_globals.get("__name__", "")).partition("._")[0]
        return f"{module}.{name}()" if module else f"{name}()"


class VirtualTime:
    """The virtual clock as the program's threads see it, and what they do to the event loop's by waiting."""

    def __init__(self, turns: Turns, recorder: Recorder) -> None:
        self._turns = turns
        self._clock = turns.clock
        self._recorder = recorder
        self._looks: dict[int, _Looks] = {}
        self._computed = 0
        self._started: int | None = None

    def begin(self) -> None:
        """Begin with a clock at which nobody has looked."""
        self._looks.clear()
        self._computed = 0

    def sleep(self, seconds: float, /) -> None:
        """Stand in for `time.sleep`: seconds of virtual time."""
        if self._started is not None:
            MACHINE.sleep(seconds)
            return
        length = round(seconds * SECOND)
        if length < 0:
            raise ValueError("sleep length must be non-negative")
        if not self._turns.takes_part():
            return
        if not self._turns.in_main():
            self._turns.sleep(self._clock.now + length)
            return
        self.block(f"time.sleep({short(seconds)})", self._clock.now + length, sys._getframe(1))

    def block(self, what: str, until: int, frame: Any) -> None:
        """Let time pass on the main thread, and record the stretch as blocked where an event loop runs in it."""
        task, call, place = self._recorder.here(frame)
        start = self._clock.now
        self._turns.sleep(until)
        if _running_loop() is not None:
            self._recorder.blocked(start, task, call, what, place)

    def hold(self, wait: Callable[[], bool]) -> bool:
        """Let the main thread wait for other threads, and record the stretch as blocked, with the library's call.

        Raises Deadlock where what it waits for can never come.
        """
        frame = sys._getframe(1)
        what = self._recorder.frames.library_call(frame)
        task, call, place = self._recorder.here(frame)
        start = self._clock.now
        try:
            came = wait()
        except Deadlock:
            if place is not None and _running_loop() is not None:
                self._recorder.blocked(start, task, call, what, place)
            raise Deadlock([self._recorder.name_of(task), what, place]) from None
        if place is None or _running_loop() is None:
            return came
        if self._clock.now > start or self._is_a_wait(frame, what):
            self._recorder.blocked(start, task, call, what, place)
        return came

    def _is_a_wait(self, frame: types.FrameType, what: str) -> bool:
        """Tell whether a wait of no length counts: not where idle threads of a pool are sent home."""
        return not what.endswith("shutdown()") and self.blame(frame) is not None

    def at_once(
        self,
        event: str,
        frame: types.FrameType | None,
        others: frozenset[str] = frozenset(),
        start: int | None = None,
    ) -> None:
        """Record a call on the event loop's thread that blocks, from `start` or only now, where it is the program's.

        `event` names it where no function of a library does. Libraries named in `others` see to their own calls.
        """
        if not self._turns.in_main() or _running_loop() is None:
            return
        blame = self.blame(frame, others)
        if blame is None:
            return
        what = blame.name(event)
        task, call, place = self._recorder.here(frame)
        self._recorder.blocked(self._clock.now if start is None else start, task, call, what, place)

    def blame(self, frame: types.FrameType | None, others: frozenset[str] = frozenset()) -> Blame | None:
        """Return whose call runs at `frame`; None where no line of the program's own made it.

        What a library does in a coroutine of its own is a matter of that library's, what those named in `others` do
        is a matter of theirs, and what happens while a file of the program's is loaded is no part of the run.
        """
        library = None
        while frame is not None:
            code = frame.f_code
            if self._recorder.frames.place_of(frame, up=False) is not None:
                return Blame(library) if code.co_name != "<module>" else None
            if code is HANDLE_RUN or code.co_flags & CORO_FLAGS:
                return None
            module = str(frame.f_globals.get("__name__")).partition(".")[0]
            if module in _IMPORTING or module in others:
                return None
            if not code.co_filename.startswith(_ENGINE):
                library = frame
            frame = frame.f_back
        return None

    def look(self, reader: str) -> int:
        """Return the clock's time; move it for a thread that does nothing but look at it, with `reader`."""
        if self._started is not None:
            return self._started + MACHINE.monotonic_ns()  # type: ignore[no-any-return]
        ident = get_ident()
        looks = self._looks.get(ident)
        if looks is None:
            looks = self._looks[ident] = _Looks()
        if looks.at != self._clock.now:
            looks.at, looks.count, looks.steps = self._clock.now, 0, self._recorder.steps
        looks.count += 1
        if looks.count > LOOKS and self._turns.takes_part():
            self._move(looks, reader)
        return self._clock.now

    def processor(self, reader: str) -> int:
        """Return the program's processor time: what loops have spent with reading a clock."""
        self.look(reader)
        return self._computed

    def _move(self, looks: _Looks, reader: str) -> None:
        frame: types.FrameType | None = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename in _OURS:
            frame = frame.f_back
        if frame is not None and frame.f_code.co_filename == logging.__file__:
            looks.count = 0  # a line that is logged has its time, and nobody waits for that
            return
        start = self._clock.now
        self._turns.sleep(start + LOOK)
        self._computed += LOOK
        if self._turns.in_main():
            task, call, place = self._recorder.here(frame)
            if looks.steps == self._recorder.steps:
                self._recorder.blocked(start, task, call, f"a loop that reads {reader}", place)
            else:
                self._recorder.polled()
        looks.at, looks.steps = self._clock.now, self._recorder.steps

    @property
    def left(self) -> bool:
        """Whether this process lives in real time."""
        return self._started is not None

    def leave(self) -> None:
        """Live in real time from now on: this process is a copy, and not the one under test."""
        self._started = self._clock.now - MACHINE.monotonic_ns()


_SPOKEN = {"PathBase": "Path", "BaseProcess": "Process"}
_IMPORTING = ("_frozen_importlib", "_frozen_importlib_external", "importlib")
"""What imports modules, which may do anything while they are loaded."""
_OURS = frozenset((__file__, virtual_time.__file__))
_ENGINE = os.path.dirname(__file__)
