"""The time, as the program sees it, and the calls that hold up the event loop.

`time.sleep` on the loop's thread is not waited for: the clock jumps, and the stretch is recorded as blocked, with its
line, since nothing else can run in it. In a worker thread it parks the thread in virtual time. Every function of `time`
that tells the time tells the virtual one; a loop that does nothing but read it is moved on, a millisecond a look, after
a thousand looks.

The patches are in place before the learner's file is loaded, so that `from time import sleep` gets them too. The
engine's own references were taken before, and no patch of the learner's reaches them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from .clock import SECOND
from .frames import short
from .recorder import Recorder
from .turns import Deadlock, Turns

EPOCH = 1_767_225_600 * SECOND
"""What `time.time()` says at t=0: 2026-01-01 00:00 UTC, so that two runs see the same date."""

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


class VirtualTime:
    """The functions of `time` on the clock of `turns`."""

    def __init__(self, turns: Turns, recorder: Recorder) -> None:
        self._turns = turns
        self._clock = turns.clock
        self._recorder = recorder
        self._looks = 0
        self._looked_at = -1
        self._steps = -1

    def sleep(self, seconds: float, /) -> None:
        """Stand in for `time.sleep`: seconds of virtual time."""
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
        """Let time pass on the main thread, and record the stretch as blocked."""
        task, call, place = self._recorder.here(frame)
        start = self._clock.now
        self._turns.sleep(until)
        self._recorder.blocked(start, task, call, what, place)

    def hold(self, wait: Callable[[], bool]) -> bool:
        """Let the main thread wait for other threads, and record the stretch as blocked, with the library's call."""
        frame = sys._getframe(1)
        what = self._recorder.frames.library_call(frame)
        task, call, place = self._recorder.here(frame)
        start = self._clock.now
        try:
            came = wait()
        except Deadlock:
            raise Deadlock([self._recorder.name_of(task), what, place]) from None
        if place is not None and self._clock.now > start:
            self._recorder.blocked(start, task, call, what, place)
        return came

    def _look(self, name: str) -> int:
        if not self._turns.in_main():
            return self._clock.now
        if self._looked_at != self._clock.now:
            self._looked_at, self._looks = self._clock.now, 0
            self._steps = self._recorder.steps
        self._looks += 1
        if self._looks <= LOOKS:
            return self._clock.now
        start = self._clock.now
        self._turns.sleep(start + LOOK)
        self._looked_at = self._clock.now
        task, call, place = self._recorder.here(sys._getframe(2))
        if self._steps == self._recorder.steps:
            self._recorder.blocked(start, task, call, f"a loop that reads {name}", place)
        else:
            self._recorder.polled()
        self._steps = self._recorder.steps
        return self._clock.now

    def functions(self) -> dict[str, Callable[..., Any]]:
        """Return what takes the place of each function of `time`."""

        def time_() -> float:
            return (EPOCH + self._look("time.time()")) / SECOND

        def time_ns() -> int:
            return EPOCH + self._look("time.time_ns()")

        def monotonic() -> float:
            return self._look("time.monotonic()") / SECOND

        def monotonic_ns() -> int:
            return self._look("time.monotonic_ns()")

        def perf_counter() -> float:
            return self._look("time.perf_counter()") / SECOND

        def perf_counter_ns() -> int:
            return self._look("time.perf_counter_ns()")

        plain = [time_ns, monotonic, monotonic_ns, perf_counter, perf_counter_ns]
        return {"sleep": self.sleep, "time": time_, **{function.__name__: function for function in plain}}


def install(virtual: VirtualTime, turns: Turns, recorder: Recorder, leave: Callable[[Exit], None]) -> None:
    """Patch `time` and `os._exit`, and see what holds up the main thread.

    `leave` ends the run for a program that ends its process.
    """
    for name, function in virtual.functions().items():
        setattr(time, name, function)

    def exit_now(status: int = 0) -> None:
        leave(
            Exit(
                f"os._exit({short(status)})",
                status if type(status) is int else 1,
                recorder.frames.place_of(sys._getframe(1)),
            )
        )

    os._exit = exit_now  # type: ignore[assignment]

    turns.hold = virtual.hold
