"""Files of the program: which it opened and did not close, and which it reads on the event loop's thread.

Python's own `open` is where both are seen. A file that was opened on that thread is told of by an audit hook (`calls`),
one that another thread opened is watched here. A file that nobody keeps is closed by Python at some time or other, not
by the program: it counts as left open.
"""

from __future__ import annotations

import builtins
import io
import sys
import weakref
from collections.abc import Callable
from functools import wraps
from types import FrameType
from typing import Any

from ..recorder.frames import Place
from ..virtual.turns import Turns

OWN_FILES = frozenset(
    (
        "_frozen_importlib",
        "_frozen_importlib_external",
        "_strptime",
        "ctypes",
        "encodings",
        "gettext",
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


Opened = tuple[str, Place]
"""What was opened, and on which line."""


class OpenFiles:
    """The files that the program opens."""

    def __init__(self, turns: Turns, place_of: Callable[[FrameType], Place]) -> None:
        self._turns = turns
        self._place_of = place_of
        self._open: list[tuple[weakref.ref[io.FileIO], Opened]] = []
        self._forgotten: set[int] = set()

    def begin(self) -> None:
        """Begin with no file open."""
        self._open.clear()
        self._forgotten.clear()

    def install(self, at_once: Callable[[str, Any], None], running: Callable[[], bool]) -> None:
        """See what is opened, which counts while `running()`; `at_once(event, frame)` records a read that blocks."""
        real = io.open

        @wraps(real)
        def open(*arguments: Any, **keywords: Any) -> Any:
            file = real(*arguments, **keywords)
            raw = getattr(file, "buffer", file)
            raw = getattr(raw, "raw", raw)
            if type(raw) is io.FileIO:
                if not self._turns.in_main():
                    _watch(raw, at_once)
                frame = sys._getframe(1)
                if running() and type(raw.name) is not int and not _is_own(frame):
                    self._note(raw, self._place_of(frame))
            return file

        open.__module__ = "io"
        builtins.open = io.open = open

    def left_open(self) -> list[Opened]:
        """Return the files that were not closed."""
        return [
            entry
            for number, (reference, entry) in enumerate(self._open)
            if number in self._forgotten or ((raw := reference()) is not None and not raw.closed)
        ]

    def _note(self, raw: io.FileIO, place: Place) -> None:
        number = len(self._open)
        held = weakref.ref(raw)  # no circle: see `_watch`
        self._open.append((held, ("a file", place)))

        def close() -> None:
            if (file := held()) is not None:
                if file._finalizing:  # type: ignore[attr-defined]
                    self._forgotten.add(number)
                io.FileIO.close(file)

        # What collects a file calls one of them (Modules/_io/iobase.c), its wrappers' collection the other.
        raw.close = close  # type: ignore[method-assign]
        raw._dealloc_warn = lambda _: self._forgotten.add(number)  # type: ignore[attr-defined]


def _is_own(frame: FrameType | None) -> bool:
    """Tell whether a module opens a file that sees to its own, as a log is closed at Python's exit."""
    while frame is not None:
        if str(frame.f_globals.get("__name__")).partition(".")[0] in OWN_FILES:
            return True
        frame = frame.f_back
    return False


def _watch(raw: io.FileIO, at_once: Callable[[str, Any], None]) -> None:
    """See a file being read on the event loop's thread that another thread opened."""
    held = weakref.ref(raw)  # no circle: the file is closed when nobody keeps it

    def telling(method: Callable[..., Any]) -> Callable[..., Any]:
        def read(*arguments: Any) -> Any:
            at_once("read", sys._getframe(1))
            return method(held(), *arguments)

        return read

    for name in ("read", "readall", "readinto"):
        setattr(raw, name, telling(getattr(io.FileIO, name)))
