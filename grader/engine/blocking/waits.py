"""Waits of which no audit hook tells: standard input, databases, processes, `select`, signals.

Each is seen by a function in place of Python's own, in the runner only. What they wait for is mostly not there: nobody
types, and nobody sends a signal.
"""

from __future__ import annotations

import builtins
import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from ..virtual.clock import SECOND
from ..virtual.turns import Turns
from .blocking import VirtualTime
from .late import Late

NOBODY = "EOF when reading a line: nobody is there to type, so standard input is empty"


def install(virtual: VirtualTime, turns: Turns, at_once: Callable[..., None]) -> None:
    """Put all of them in place; `at_once(event, frame)` records a call that blocks and takes no virtual time."""
    _patch_input(at_once)
    Late({"sqlite3.dbapi2": _telling_databases(at_once)}).install()
    _patch_waits(virtual, turns, at_once)


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


def _telling_databases(at_once: Callable[[str, Any], None]) -> Callable[[Any], None]:
    """Return what sees to it that what runs on a connection of `sqlite3` to a file is told."""

    def change(module: Any) -> None:
        real = module.connect

        @wraps(real)
        def connect(database: Any, *arguments: Any, **keywords: Any) -> Any:
            connection = real(database, *arguments, **keywords)
            if database != ":memory:":
                connection.set_trace_callback(lambda _: at_once("execute", sys._getframe(1)))
            return connection

        module.connect = connect

    return change


# --- processes, descriptors, signals ----------------------------------------------------------------------------------


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
