"""Standard output and standard error of the program, line by line, with who wrote each line and when.

What goes round these streams (a write to descriptor 1, a C library) still reaches the judge, through pipes of its own.
"""

from __future__ import annotations

import io
import sys
from typing import Any

from .recorder import Recorder


class OutputLimit(BaseException):
    """The program has written as much as a run may."""


class _Lines(io.RawIOBase):
    """Bytes in, events out: one for each completed line."""

    def __init__(self, recorder: Recorder, stream: str, budget: list[int], flush: Any) -> None:
        self._recorder = recorder
        self._stream = stream
        self._budget = budget
        self._flush = flush
        self._partial = b""

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Say that it is no terminal."""
        return False

    def write(self, data: Any) -> int:
        """Take bytes; record the lines that they complete."""
        data = bytes(data)
        self._budget[0] -= len(data)
        *lines, self._partial = (self._partial + data).split(b"\n")
        if self._budget[0] < 0:
            self._partial = b""
            lines = lines[:1]
        if lines:
            task, call, place = self._recorder.here(sys._getframe(1))
            for line in lines:
                self._record(line, task, call, place)
            self._flush()
        if self._budget[0] < 0:
            raise OutputLimit
        return len(data)

    def _record(self, line: bytes, task: int | None, call: int | None, place: Any) -> None:
        text = line.decode("utf-8", "backslashreplace").rstrip()
        self._recorder.post("printed", None, self._stream, text, task, call, place)

    def finish(self) -> None:
        """Record a last line without its newline."""
        if self._partial:
            line, self._partial = self._partial, b""
            self._record(line, None, None, None)


class Streams:
    """The two streams, in place of `sys.stdout` and `sys.stderr`."""

    def __init__(self, recorder: Recorder, limit: int, flush: Any) -> None:
        self._limit = limit
        self._budget = [limit]
        self._raw = [_Lines(recorder, name, self._budget, flush) for name in ("stdout", "stderr")]

    def install(self) -> None:
        """Put the streams in place."""
        out, err = (
            io.TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n", write_through=True)  # type: ignore[type-var]
            for raw in self._raw
        )
        sys.stdout = sys.__stdout__ = out  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = err  # type: ignore[misc]

    def reset(self) -> None:
        """Forget what was written while the file was loaded."""
        self.finish()
        self._budget[0] = self._limit

    def finish(self) -> None:
        """Record last lines without their newline."""
        for raw in self._raw:
            raw.finish()
