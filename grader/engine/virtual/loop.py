"""asyncio's own selector loop on a virtual clock.

As little as possible is overridden, so that everything built on asyncio's loop works on it as it is:

- `time()` is the clock's; timers are due at whole nanoseconds, and equal ones fire in the order in which they were set
  (the stock heap scrambles them; a real clock does not, as two calls never fall on one instant).
- The selector never waits while virtual time can pass: it polls, lets other threads run, and moves the clock to what is
  due next. Only while something real could wake the loop does it wait for real, at most until then (`outside`).
- Nothing due, nobody to wake the loop: that is a deadlock, and it is told at once.

`_run_once`, `_scheduled`, `_timer_handle_cancelled`, `_write_to_self`, `_ssock` and `_signal_handlers` are private
names of asyncio; they have kept their meaning from 3.11 to 3.14, and `tests/engine/test_loop.py` fails when one goes.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import selectors
from asyncio import all_tasks, events
from collections.abc import Callable, Container
from contextvars import Context
from operator import attrgetter
from typing import Any, Protocol

from . import outside
from .clock import SECOND
from .turns import Deadlock, Turn, Turns

SPINS = 2_000
"""Turns of the loop in which nothing comes from outside before the clock is moved for a program that only polls."""

_run = events.Handle._run


class Observer(Protocol):
    """Is told of what the loop does."""

    def step(self, handle: events.Handle, run: Callable[[events.Handle], None]) -> None:
        """Run a callback, by `run`, and take note of it; nothing may refer to the handle afterwards."""

    def polled(self) -> None:
        """Take note that the clock is moved on for a program that only turns round."""


class _Timer(events.TimerHandle):
    """A timer with a due time in nanoseconds and a place among its equals."""

    __slots__ = ("due", "order")
    _loop: VirtualLoop

    def __init__(
        self, due: int, order: int, callback: Callable[..., Any], args: Any, loop: VirtualLoop, context: Context | None
    ) -> None:
        super().__init__(due / SECOND, callback, args, loop, context)
        self.due = due
        self.order = order

    def __lt__(self, other: Any) -> bool:
        return (self.due, self.order) < (other.due, other.order)

    def _run(self) -> None:
        observer = self._loop.observer
        if observer is None:
            _run(self)
        else:
            observer.step(self, _run)
        del self, observer  # as asyncio does: the frame of an exception leads here, and would keep its task alive


class _Handle(events.Handle):
    """A callback whose beginning and end are told to the observer."""

    __slots__ = ()

    def _run(self) -> None:
        self._loop.observer.step(self, _run)  # type: ignore[attr-defined]
        del self


# Programs that show a handle see asyncio's name.
_Timer.__name__, _Handle.__name__ = "TimerHandle", "Handle"


class _Selector(selectors.DefaultSelector):
    """Polls what is real, and lets virtual time pass instead of waiting."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[Any]:
        """Return what is ready; wait in virtual time when nothing is."""
        ready = self.poll()
        if ready:
            return ready
        if timeout is not None and timeout <= 0:
            self.loop.spin()
            return ready
        return self.loop.wait()

    def poll(self, seconds: float = 0) -> list[Any]:
        """Return what is ready within some seconds of real time."""
        return super().select(seconds)


class _Outside:
    """What is real and could wake the loop."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self.ready: list[Any] = []

    def reason(self) -> str | None:
        """Return what it is."""
        loop: Any = self._loop
        own = loop._ssock.fileno()
        outsiders = loop.turns.outsiders.values()
        reason = (
            (outside.SUBPROCESS if outside.SUBPROCESS in outsiders else None)
            or outside.of_descriptors(loop._selector, own, loop.inside)
            or outside.of_signals(loop._signal_handlers)
            or next(iter(outsiders), None)
        )
        if reason is None and loop.turns.real_time and loop._selector.poll():
            return "what has come at this very moment"
        return reason

    def wait(self, seconds: float) -> None:
        """Wait for it."""
        self.ready = self._loop._selector.poll(seconds)  # type: ignore[attr-defined]

    def ring(self) -> None:
        """End the wait."""
        self._loop.write_to_self()


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on `turns.clock`. Files, sockets and processes of the machine work, in real time."""

    def __init__(self, turns: Turns, observer: Observer | None = None) -> None:
        selector = _Selector()
        super().__init__(selector)
        selector.loop = self
        self.turns = turns
        self.clock = turns.clock
        self.observer = observer
        self._order = 0
        self._woken = False
        self._spins = 0
        self._unfinished = 0
        self._spun_at = -1
        self._turn: Turn | None = None
        self._outside = _Outside(self)
        self.inside: Container[int] = frozenset()
        """Descriptors whose other end lies in this very process: nothing comes from them that is not there already."""

    def _virtual_time(self) -> float:
        """Return the virtual time in seconds."""
        return self.clock.now / SECOND

    # A property, and read by name: what a program assigns is not taken, for asyncio asks this when timers are due.
    time = property(attrgetter("_virtual_time"), lambda self, function: None)

    @property
    def _clock_resolution(self) -> float:
        """How much earlier than its time a timer may fire: less than a nanosecond, but what a float can tell apart."""
        return max(0.5 / SECOND, math.ulp(self.time()))

    @_clock_resolution.setter
    def _clock_resolution(self, _: float) -> None:
        """Leave it: asyncio sets that of the machine's clock."""

    def run_forever(self) -> None:
        """Run in this thread, whichever made the loop."""
        self._turn = self.turns.mine() if self.turns.takes_part() else None
        super().run_forever()

    # --- timers and callbacks ---

    def next_order(self) -> int:
        """Return a place among timers of one instant, behind all that were set before."""
        self._order += 1
        return self._order

    def call_at(  # type: ignore[override]
        self, when: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> events.TimerHandle:
        """Run a callback at a time; one set for later than now fires at least a nanosecond later."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()  # type: ignore[attr-defined]
        if self._debug:  # type: ignore[attr-defined]
            self._check_thread()  # type: ignore[attr-defined]
            self._check_callback(callback, "call_at")  # type: ignore[attr-defined]
        due = round(when * SECOND)
        if due <= self.clock.now and when > self.time():
            due = self.clock.now + 1
        timer = self.schedule(due, self.next_order(), callback, args, context)
        if timer._source_traceback:  # type: ignore[attr-defined]
            del timer._source_traceback[-3:]  # type: ignore[attr-defined] # ours: it ends with the program's own line
        return timer

    def schedule(
        self, due: int, order: int, callback: Callable[..., Any], args: Any = (), context: Context | None = None
    ) -> events.TimerHandle:
        """Run a callback at `due` nanoseconds, at a place among its equals that `next_order` gave."""
        timer = _Timer(due, order, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)  # type: ignore[attr-defined]
        timer._scheduled = True  # type: ignore[attr-defined]
        return timer

    def _call_soon(self, callback: Any, args: Any, context: Context | None) -> events.Handle:
        handle_class = events.Handle if self.observer is None else _Handle
        handle = handle_class(callback, args, self, context)
        if handle._source_traceback:  # type: ignore[attr-defined]
            del handle._source_traceback[-1]  # type: ignore[attr-defined]
        self._ready.append(handle)  # type: ignore[attr-defined]
        return handle

    def _write_to_self(self) -> None:
        self._woken = True
        turns, turn = self.turns, self._turn
        if not turns.takes_part() or turns.is_outside() or (turn is not None and turns.is_outside(turn)):
            self.write_to_self()
        elif turn is not None:
            turns.wake(turn)

    def write_to_self(self) -> None:
        """Wake the loop from a wait in real time."""
        super()._write_to_self()  # type: ignore[misc]

    # --- waiting ---

    def _due(self) -> int | None:
        scheduled = self._scheduled  # type: ignore[attr-defined]
        return scheduled[0].due if scheduled else None

    def _called(self) -> bool:
        due = self._due()
        return self._woken or (due is not None and due <= self.clock.now)

    def _called_or_ready(self) -> bool:
        """Tell whether there is something to do; other threads may have written to what is inside."""
        selector: Any = self._selector  # type: ignore[attr-defined]
        if not self._outside.ready and len(selector.get_map()) > 1:
            self._outside.ready = selector.poll()
        return bool(self._outside.ready) or self._called()

    def wait(self) -> list[Any]:
        """Let time pass until something is to be done; return which descriptors are ready. Raises Deadlock."""
        self._spins = 0
        if not self.turns.in_main():
            return self._wait_elsewhere()
        if not self.turns.wait(self._due(), self._called_or_ready, self._outside):
            raise Deadlock
        self._woken = False
        ready, self._outside.ready = self._outside.ready, []
        return ready

    def _wait_elsewhere(self) -> list[Any]:
        """Wait in another thread than the main one, which moves the clock."""
        ready: list[Any] = []
        takes_part = self.turns.takes_part()
        reason = self._outside.reason()
        if not self._called():
            if takes_part and reason is None:
                self.turns.park(self._due())
            else:
                if takes_part:
                    self.turns.go_outside(reason or "a thread")
                ready = self._selector.poll(outside.SLICE)  # type: ignore[attr-defined]
                self.turns.rejoin()
        self._woken = False
        return ready

    def _got_on(self) -> bool:
        """Tell whether tasks have ended since half of so many turns: then others wait for theirs, and do not poll."""
        unfinished, before = len(all_tasks(self)), self._unfinished
        if unfinished < before:
            self._spins, self._unfinished = SPINS // 2, unfinished
        return unfinished < before

    def spin(self) -> None:
        """Count a turn of the loop in which the clock does not move; move it for a program that only polls."""
        if not self.turns.in_main():
            return
        self.turns.run_others()
        if self._woken or self._spun_at != self.clock.now:
            self._spun_at, self._spins = self.clock.now, 0
        self._woken = False
        self._spins += 1
        if self._spins == SPINS // 2:
            self._unfinished = len(all_tasks(self))
        if self._spins <= SPINS or self._got_on():
            return
        if self.turns.wait_outside(self._due(), self._outside, 0.001):
            self._spun_at = self.clock.now
            return
        self._spins = 0
        if self.observer is not None:
            self.observer.polled()
        self.turns.skip(self._due())
