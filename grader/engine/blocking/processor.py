"""Which steps of the event loop compute for long, and where.

A timer of the kernel's ticks while the process computes. At a tick the processor time of the main thread is compared
with that of the last one; what lies between is charged to the learner's line under way, and starts anew with every step
of the loop. So a step that does not compute costs nothing, time in other threads is not charged, and how busy the
machine is makes no difference. Where one call of C code takes many ticks, they come as one, after it: what exceeds a
tick was spent in that one call.

What the engine itself, an import or the garbage collector takes is not charged. Which line is told does not depend on
where the ticks fall: it is the outermost loop without a wait round the line under way, or else its statement.
"""

from __future__ import annotations

import gc
import os
import sys
import time
import types
from _thread import get_ident
from collections.abc import Mapping
from typing import NamedTuple

from ..recorder.frames import CORO_FLAGS, HANDLE_RUN, Place
from ..recorder.recorder import Recorder
from .endless import is_endless
from .loops import computing_line

_thread_time = time.thread_time

TICK = 0.025
"""Seconds of processor time between two ticks."""

LONG = 0.15
"""Seconds of processor time that make a step too long. Right programs compute for 0.05 at most; a slow machine may
need twice the time, and the two verdicts are to be far apart."""

ENDLESS = 2.0
"""Seconds of processor time after which a step computes for very long: maybe nothing can end its loop."""

SHARE = 0.25
"""Part of a step's time that makes a line one that computes."""

_ENGINE = os.path.dirname(os.path.dirname(__file__))
_IMPORT = "<frozen importlib"


class Computation(NamedTuple):
    """A step that computed for long."""

    code: types.CodeType
    """The innermost coroutine of the learner's in which it did, or the callback."""
    place: Place
    """The line."""


class Processor:
    """Counts the ticks of the step under way."""

    def __init__(self, recorder: Recorder, files: Mapping[str, str], main_file: str) -> None:
        self._recorder = recorder
        self._files = files
        self._main_file = main_file
        self._step = -1
        self._at = 0.0
        self._spent: dict[tuple[str, int], float] = {}
        self._codes: dict[tuple[str, int], types.CodeType] = {}
        self._thread = get_ident()
        self._collects_since = 0.0
        self._began = 0.0
        self._looked_at: set[tuple[str, int]] = set()
        gc.callbacks.append(self._collect)

    def _collect(self, phase: str, info: Mapping[str, int]) -> None:
        """Leave out what a full collection takes: it goes through all that there is, the engine's objects among it."""
        if info["generation"] < 2 or get_ident() != self._thread:
            return
        now = _thread_time()
        if phase == "start":
            self._collects_since = now
        else:
            self._at += now - self._collects_since

    def tick(self, frame: types.FrameType | None) -> None:
        """Charge the line under way; called between two bytecodes of the main thread."""
        now = _thread_time()
        spent, self._at = now - self._at, now
        if self._step != self._recorder.steps:
            self._step = self._recorder.steps
            self._began = now
            self._forget()
            spent -= 2 * TICK
        line = self._line(frame)
        if spent <= 0 or line is None:
            return
        self._spent[line] = self._spent.get(line, 0.0) + spent
        if sum(self._spent.values()) >= LONG:
            self._recorder.computation = self._found

    @property
    def computes(self) -> bool:
        """Whether the step under way has computed for very long."""
        return self._step == self._recorder.steps and _thread_time() - self._began >= ENDLESS

    def is_endless(self, frame: types.FrameType | None) -> bool:
        """Tell whether the step under way turns in a loop that nothing can end, also no other thread."""
        if not self.computes or len(sys._current_frames()) > 1:
            return False
        line = self._line(frame)
        if line is None or line in self._looked_at:
            return False
        self._looked_at.add(line)
        return is_endless(self._files[line[0]], line[1])

    def _forget(self) -> None:
        self._spent.clear()
        self._codes.clear()

    def _line(self, frame: types.FrameType | None) -> tuple[str, int] | None:
        """Return the learner's line under way: in the innermost coroutine, or else in the outermost function."""
        found: types.FrameType | None = None
        while frame is not None and frame.f_code is not HANDLE_RUN:
            name = frame.f_code.co_filename
            if found is None and name.startswith((_ENGINE, _IMPORT)):
                return None
            if name in self._files and not (found is not None and self._is_better(found, frame)):
                found = frame
            frame = frame.f_back
        if found is None or frame is None:
            return None
        line = (found.f_code.co_filename, self._recorder.frames.known(found.f_code).place(found)[1])
        self._codes[line] = found.f_code
        return line

    def _is_better(self, inner: types.FrameType, outer: types.FrameType) -> bool:
        """Tell whether the inner of two frames says more: it is a coroutine, and not in a file of lesser interest."""
        own = inner.f_code.co_filename == self._main_file
        return bool(inner.f_code.co_flags & CORO_FLAGS) and (own or outer.f_code.co_filename != self._main_file)

    def _found(self) -> Computation:
        """Return the first line that has a good share of the step's time, and forget the step."""
        lines: dict[tuple[str, int], float] = {}
        codes: dict[tuple[str, int], types.CodeType] = {}
        for (file, line), spent in self._spent.items():
            place = (file, computing_line(self._files[file], line))
            lines[place] = lines.get(place, 0.0) + spent
            codes.setdefault(place, self._codes[file, line])
        least = SHARE * sum(lines.values())
        first = min(place for place, spent in lines.items() if spent >= least)
        found = Computation(codes[first], list(first))
        self._forget()
        return found
