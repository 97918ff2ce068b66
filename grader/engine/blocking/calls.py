"""Calls that Python tells of (`sys.addaudithook`): files that are opened, and other programs that are started.

What is opened on the event loop's thread is recorded as blocking it. Starting other programs is refused where the
exercise does not allow it: an audit hook cannot be undone or gone round by patching. `waits` has what no hook tells of.

A hook is there for the life of the process, so `watch` is for the runner only. It is called very often, as the engine
looks at frames, and has to be quick to see that there is nothing to see.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable
from typing import Any

from ..recorder.frames import short
from ..recorder.recorder import Recorder
from ..virtual.turns import Turns
from . import waits
from .blocking import Exit, VirtualTime
from .files import OWN_FILES, OpenFiles
from .late import Late
from .served import ServedFiles

_posixsubprocess: Any = None
"""What `multiprocessing` starts processes with, without a word to any hook; None where there is no such thing."""
with contextlib.suppress(ImportError):
    import _posixsubprocess

FILES = ("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate")
"""Audit events of files and folders (docs.python.org/3/library/audit_events.html)."""

PROGRAMS = ("os.posix_spawn", "os.spawn", "os.startfile", "os.system", "pty.spawn", "subprocess.Popen")
"""Audit events of what starts another program."""

PROCESSES = (*PROGRAMS, "_winapi.CreateProcess", "os.exec", "os.fork", "os.forkpty")
"""And those of what makes another process, or becomes another program; none of them is a wait."""

REFUSED = "this exercise does not allow a program to start other programs"

_OWN_PATHS = re.compile(r"^/dev/|^/proc/self/task/|/zoneinfo/|[/\\](?:site|dist)-packages[/\\]")
"""Devices, what the engine asks of its own threads, what is read in C for zones, and what a package reads of itself."""


class Calls:
    """What blocks while `running()`, and what is opened; opening what is `served` takes time."""

    def __init__(self, virtual: VirtualTime, turns: Turns, running: Callable[[], bool], served: ServedFiles) -> None:
        self._virtual = virtual
        self._turns = turns
        self._running = running
        self._served = served

    def install(self, files: OpenFiles) -> None:
        """Put everything in place that is the same for all runs."""
        self._turns.hold = self._virtual.hold
        waits.install(self._virtual, self._turns, self._at_once)
        files.install(self._at_once, self._running)

    def watch(self, *, processes: bool) -> None:
        """See from now on what Python tells of; refuse other processes, unless they are allowed."""
        if not processes:
            if _posixsubprocess is not None:
                _posixsubprocess.fork_exec = _refuse
            Late({"multiprocessing.synchronize": _refuse_locks}).install()
        sys.addaudithook(_hook(self._at_once, self._fetch, self._turns, processes))

    def _at_once(self, event: str, frame: Any, others: frozenset[str] = frozenset(), start: int | None = None) -> None:
        if self._running():
            self._virtual.at_once(event, frame, others, start)

    def _fetch(self, path: Any) -> int:
        start = self._turns.clock.now
        if self._running():
            self._served.fetch(path)
        return start


def _hook(
    at_once: Callable[..., None], fetch: Callable[[Any], int], turns: Turns, processes: bool
) -> Callable[[str, Any], None]:
    def opened(event: str, arguments: Any) -> None:
        path = arguments[0]
        start = fetch(path)
        if turns.in_main() and type(path) is not int and not _OWN_PATHS.search(str(path)):
            at_once(event, sys._getframe(2), OWN_FILES, start)

    def connected(event: str, arguments: Any) -> None:
        if arguments[0] != ":memory:":
            at_once(event, sys._getframe(2))

    def started(event: str, _: Any) -> None:
        at_once(event, sys._getframe(2))

    def refused(_: str, __: Any) -> None:
        _refuse()

    seen: dict[str, Callable[[str, Any], None]] = dict.fromkeys(FILES, opened)
    seen |= dict.fromkeys(PROGRAMS, started) if processes else dict.fromkeys(PROCESSES, refused)
    seen["sqlite3.connect"] = connected
    find = seen.get

    def hook(event: str, arguments: Any) -> None:
        see = find(event)
        if see is not None:
            see(event, arguments)

    return hook


def _refuse(*_: Any, **__: Any) -> Any:
    raise PermissionError(REFUSED)


def _refuse_locks(module: Any) -> None:
    """Refuse what processes would share, which comes before they are started."""
    module.SemLock.__init__ = _refuse


def patch_exit(recorder: Recorder, leave: Callable[[Exit], None]) -> None:
    """Have `leave` end the run where the program ends its process."""

    def exit_now(status: int = 0) -> None:
        place = recorder.frames.place_of(sys._getframe(1))
        leave(Exit(f"os._exit({short(status)})", status if type(status) is int else 1, place))

    os._exit = exit_now  # type: ignore[assignment]
