"""Calls that Python tells of (`sys.addaudithook`), and the few that it does not: what blocks, and what is not allowed.

Files and folders that are opened on the event loop's thread are told at once, and so is what waits there for another
process, for a descriptor, for a signal or for standard input, which is empty. Starting other programs is refused where
the exercise does not allow it: an audit hook cannot be undone or gone round by patching.

A hook is there for the life of the process, so `install` is for the runner only. It is called very often, a few times a
step by the engine's own `sys._getframe`, and has to be quick to see that there is nothing to see.
"""

from __future__ import annotations

import builtins
import contextlib
import importlib.abc
import importlib.machinery
import io
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from .blocking import Exit, VirtualTime
from .clock import SECOND
from .frames import short
from .recorder import Recorder
from .turns import Turns

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

OWN_FILES = frozenset(
    (
        "_frozen_importlib",
        "_frozen_importlib_external",
        "_strptime",
        "ctypes",
        "encodings",
        "gettext",
        "grader",
        "importlib",
        "inspect",
        "linecache",
        "locale",
        "logging",
        "mimetypes",
        "multiprocessing",
        "pkgutil",
        "platform",
        "runpy",
        "ssl",
        "sysconfig",
        "tokenize",
        "traceback",
        "warnings",
        "zipimport",
        "zoneinfo",
    )
)
"""Modules that read files of Python's or of the system's own, which are no matter of the program's."""

_OWN_PATHS = re.compile(r"^/dev/|/zoneinfo/")
"""Devices, and what is read in C for zones."""

NOBODY = "EOF when reading a line: nobody is there to type, so standard input is empty"


def install(
    virtual: VirtualTime,
    turns: Turns,
    recorder: Recorder,
    leave: Callable[[Exit], None],
    running: Callable[[], bool],
    *,
    processes: bool,
) -> None:
    """See what blocks while `running()`; refuse other processes, unless they are allowed.

    `leave` ends the run for a program that ends its process.
    """

    def at_once(event: str, frame: Any, others: frozenset[str] = frozenset()) -> None:
        if running():
            virtual.at_once(event, frame, others)

    turns.hold = virtual.hold
    _patch_exit(recorder, leave)
    _patch_input(at_once)
    _patch_waits(virtual, turns, at_once)
    sys.meta_path.insert(0, _Databases(at_once))
    if not processes and _posixsubprocess is not None:
        _posixsubprocess.fork_exec = _refuse
    sys.addaudithook(_hook(at_once, turns, processes))


def _hook(at_once: Callable[..., None], turns: Turns, processes: bool) -> Callable[[str, Any], None]:
    def opened(event: str, arguments: Any) -> None:
        path = arguments[0]
        if turns.in_main() and type(path) is not int and not _OWN_PATHS.search(str(path)):
            at_once(event, sys._getframe(2), OWN_FILES)

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


def _refuse(*_: Any) -> Any:
    raise PermissionError(REFUSED)


def _patch_exit(recorder: Recorder, leave: Callable[[Exit], None]) -> None:
    def exit_now(status: int = 0) -> None:
        place = recorder.frames.place_of(sys._getframe(1))
        leave(Exit(f"os._exit({short(status)})", status if type(status) is int else 1, place))

    os._exit = exit_now  # type: ignore[assignment]


# --- standard input --------------------------------------------------------------------------------------------------


class _Nothing(io.RawIOBase):
    """Standard input of a program before which nobody sits: at its end at once."""

    def __init__(self, at_once: Callable[[str, Any], None]) -> None:
        self._at_once = at_once

    def readable(self) -> bool:
        """Say that it can be read from."""
        return True

    def fileno(self) -> int:
        """Return the number of the descriptor, which is empty, too."""
        return 0

    def readinto(self, _: Any) -> int:
        """Say that this is the end."""
        self._at_once("sys.stdin.read", sys._getframe(1))
        return 0


def _patch_input(at_once: Callable[..., None]) -> None:
    real_input = builtins.input
    stdin = io.TextIOWrapper(io.BufferedReader(_Nothing(at_once)), "utf-8")
    sys.stdin = sys.__stdin__ = stdin  # type: ignore[misc]

    @wraps(real_input)
    def input(prompt: object = "", /) -> str:
        if sys.stdin is not stdin:
            return real_input(prompt)
        at_once("input", sys._getframe(1))
        sys.stdout.write(str(prompt))
        raise EOFError(NOBODY)

    builtins.input = input


# --- databases -------------------------------------------------------------------------------------------------------


class _Databases(importlib.abc.MetaPathFinder):
    """Sees to it that what runs on a connection of `sqlite3` to a file is told, once that module is imported."""

    def __init__(self, at_once: Callable[[str, Any], None]) -> None:
        self._at_once = at_once

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Find `sqlite3.dbapi2`, and change it as soon as it is there."""
        if fullname != "sqlite3.dbapi2":
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module: Any) -> None:
                load(module)
                module.connect = self._telling(module.connect)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec

    def _telling(self, real: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(real)
        def connect(database: Any, *arguments: Any, **keywords: Any) -> Any:
            connection = real(database, *arguments, **keywords)
            if database != ":memory:":
                connection.set_trace_callback(lambda _: self._at_once("execute", sys._getframe(1)))
            return connection

        return connect


# --- waits of which nothing tells ------------------------------------------------------------------------------------


def _patch_waits(virtual: VirtualTime, turns: Turns, at_once: Callable[..., None]) -> None:
    def told(function: Callable[..., Any], event: str, waits: Callable[..., bool]) -> Callable[..., Any]:
        @wraps(function)
        def telling(*arguments: Any, **keywords: Any) -> Any:
            if turns.in_main() and waits(*arguments):
                at_once(event, sys._getframe(1))
            return function(*arguments, **keywords)

        return telling

    def always(*_: Any) -> bool:
        return True

    for name, waits in (
        ("wait", always),
        ("waitpid", lambda _, options: not options & os.WNOHANG),
        ("wait3", lambda options: not options & os.WNOHANG),
        ("wait4", lambda _, options: not options & os.WNOHANG),
        ("waitid", lambda _, __, options: not options & os.WNOHANG),
    ):
        if hasattr(os, name):
            setattr(os, name, told(getattr(os, name), f"os.{name}", waits))
    for name in ("wait", "communicate"):
        method = getattr(subprocess.Popen, name)
        setattr(subprocess.Popen, name, told(method, f"Popen.{name}", lambda process, *_: process.returncode is None))

    real_select, real_pause = select.select, getattr(signal, "pause", None)

    @wraps(real_select)
    def select_(rlist: Any, wlist: Any, xlist: Any, timeout: float | None = None, /) -> Any:
        if virtual.left or not turns.in_main() or (timeout is not None and timeout <= 0):
            return real_select(rlist, wlist, xlist, timeout)
        found = real_select(rlist, wlist, xlist, 0)
        if any(found) or timeout is None:
            at_once("select.select", sys._getframe(1))
            return found if any(found) else real_select(rlist, wlist, xlist)
        virtual.block("select.select()", turns.clock.now + round(timeout * SECOND), sys._getframe(1))
        return real_select(rlist, wlist, xlist, 0)

    select.select = select_

    if real_pause is not None:

        @wraps(real_pause)
        def pause() -> None:
            if virtual.left or not turns.takes_part():
                real_pause()
            else:
                turns.block(lambda: False)  # nobody sends a signal: a deadlock

        signal.pause = pause
