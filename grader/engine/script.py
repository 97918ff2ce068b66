"""What is run for a trace: a file as Python runs it, with everything that it starts, in the order in which it does.

The file is the module `__main__`, and time begins with its first line. It makes event loops itself, none or several;
what each leaves behind is looked at when `asyncio.run` is about to cancel it, or when the script ends. There is no
coroutine under test, so the run ends with the script: its last line, `sys.exit`, or an exception.
"""

from __future__ import annotations

import asyncio.runners
import atexit
import sys
from collections.abc import Callable
from typing import Any

from .loader import Files
from .outcomes import Done


class Script:
    """The file of a job, from its first line to its exit status."""

    def __init__(self, job: dict[str, Any], look: Callable[[Any], None]) -> None:
        """`look` is called with an event loop whose unfinished tasks are left behind."""
        self._main_file: str = job["main_file"]
        self._files = Files(job["files"], {}, root=job["script"]["root"])
        self._module: str = job["script"]["module"]
        self._root: str = job["script"]["root"]
        self._arguments: list[str] = [job["script"]["name"], *job["arguments"]]
        self._look = look
        self.status = 0
        self.is_cancelled = False

    def load(self) -> None:
        """Make its modules ready to be imported: the file itself belongs to the run."""
        self._files.install()
        sys.path.insert(0, self._root)
        sys.argv[:] = self._arguments

    def run(self, _: Callable[[], Any]) -> None:
        """Run the file; note its exit status. Raises Done for a text that is no Python."""
        cancel = asyncio.runners._cancel_all_tasks  # type: ignore[attr-defined]

        def look_and_cancel(loop: Any) -> None:
            self._look(loop)
            asyncio.BaseEventLoop.set_task_factory(loop, None)  # what asyncio starts now is no matter of the program's
            cancel(loop)

        asyncio.runners._cancel_all_tasks = look_and_cancel  # type: ignore[attr-defined]
        try:
            self._files.run_main(self._main_file, self._module)
        except SystemExit as error:
            self._exit(error.code)
        except SyntaxError as error:
            if not self._files.is_unread(error):
                raise
            place = [error.filename, error.lineno] if error.lineno else None
            raise Done.rejected("syntax-error", str(error.msg), "", place) from None

    def finish(self, on_end: Callable[[], None], wait_for_threads: Callable[[], None]) -> None:
        """Do what Python does at its exit: only then has the script ended."""
        wait_for_threads()
        atexit._run_exitfuncs()
        on_end()

    def _exit(self, code: object) -> None:
        """Note what `sys.exit(code)` means: nothing or a number is the status, anything else is told, with 1."""
        if code is None or isinstance(code, int):
            self.status = code or 0
            return
        print(code, file=sys.stderr)
        self.status = 1
