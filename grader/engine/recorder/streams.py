"""Standard output and standard error of the program, line by line, with who wrote each line and when.

`os.write` to their descriptors is taken for a write to them. What goes round all this (a C library, another process)
still reaches the judge, through pipes of its own.
"""

from __future__ import annotations

import io
import os
import re
import sys
from typing import Any

from .events import Limit
from .recorder import Recorder

_ADDRESS = re.compile(r"(?<= at 0x)[0-9a-fA-F]{9,16}(?=>)")
"""The address in a default `repr`: it differs from machine to machine, and is no part of what a program prints."""


_os_write = os.write

LINE = 8
"""Bytes that a line counts beside its own: short ones cost as much to record, and must not end by processor time."""


class OutputLimit(Limit):
    """The program has written as much as a run may."""


class _Lines(io.RawIOBase):
    """Bytes in, events out: one for each completed line."""

    def __init__(self, recorder: Recorder, stream: str, budget: list[int], flush: Any) -> None:
        self._recorder = recorder
        self._stream = stream
        self._budget = budget
        self._flush = flush
        self._partial = bytearray()

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Say that it is no terminal."""
        return False

    def write(self, data: Any) -> int:
        """Take bytes; record the lines that they complete."""
        data = bytes(data)
        left = max(self._budget[0], 0)
        self._budget[0] -= len(data) + LINE * data.count(b"\n")
        self._partial += data
        lines: list[bytes] = []
        if b"\n" in data:
            *lines, rest = bytes(self._partial).split(b"\n")
            self._partial = bytearray(rest)
        if self._budget[0] < 0:
            self._partial.clear()
            lines = [line[:left] for line in lines[:1]]
        if lines:
            task, call, place = self._recorder.here(sys._getframe(1))
            for line in lines:
                self._record(line, task, call, place)
            self._flush()
        if self._budget[0] < 0:
            self._recorder.stop(OutputLimit, sys._getframe(1))
        return len(data)

    def _record(self, line: bytes, task: int | None, call: int | None, place: Any) -> None:
        text = _ADDRESS.sub("…", line.decode("utf-8", "backslashreplace").rstrip())
        self._recorder.post("printed", None, self._stream, text, task, call, place)

    def finish(self) -> None:
        """Record a last line without its newline."""
        if self._partial:
            line, self._partial = bytes(self._partial), bytearray()
            self._record(line, None, None, None)


class Streams:
    """The two streams, in place of `sys.stdout` and `sys.stderr`."""

    def __init__(self, recorder: Recorder, flush: Any) -> None:
        self._recorder = recorder
        self._flush = flush
        self._budget = [0]
        self._make()

    def _make(self) -> None:
        self._raw = [_Lines(self._recorder, name, self._budget, self._flush) for name in ("stdout", "stderr")]
        self._made = [
            io.TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n", write_through=True)  # type: ignore[type-var]
            for raw in self._raw
        ]

    def begin(self, limit: int) -> None:
        """Let so many bytes be written, on streams that no run before had."""
        self._limit = self._budget[0] = limit
        if not self._made:
            self._make()

    def install(self) -> None:
        """Put the streams in place."""
        (out, err), self._made = self._made, []
        sys.stdout = sys.__stdout__ = out  # type: ignore[misc, assignment]
        sys.stderr = sys.__stderr__ = err  # type: ignore[misc, assignment]

        os.write = self._write

    def _write(self, descriptor: int, data: Any, /) -> int:
        """Stand in for `os.write`."""
        if descriptor not in (1, 2):
            return _os_write(descriptor, data)
        return self._raw[descriptor - 1].write(data)

    def uninstall(self) -> None:
        """Let a forked copy write to the descriptors, like any program."""
        os.write = _os_write
        for name, number in (("stdout", 1), ("stderr", 2)):
            plain = io.TextIOWrapper(
                io.FileIO(number, "w", closefd=False), "utf-8", "backslashreplace", write_through=True
            )
            setattr(sys, name, plain)
            setattr(sys, f"__{name}__", plain)

    def reset(self) -> None:
        """Forget what was written while the file was loaded."""
        self.finish()
        self._budget[0] = self._limit

    def finish(self) -> None:
        """Record last lines without their newline."""
        for raw in self._raw:
            raw.finish()
