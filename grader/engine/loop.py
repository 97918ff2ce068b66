"""asyncio's own selector loop on a virtual clock.

As little as possible is overridden, so that everything built on asyncio's loop works on it as it is:

- `time()` is the clock's; timers are due at whole nanoseconds, and equal ones fire in the order in which they were set
  (the stock heap scrambles them; a real clock does not, as two calls never fall on one instant).
- The selector never waits while virtual time can pass: it polls, lets other threads run, and moves the clock to what is
  due next. Only when real files or sockets are open does it wait for real.
- Nothing due, nobody to wake the loop: that is a deadlock, and it is told at once.

`_run_once`, `_scheduled`, `_ssock`, `_timer_handle_cancelled` and `_write_to_self` are private names of asyncio; they
have kept their meaning from 3.11 to 3.14, and `tests/engine/test_loop.py` fails when one of them goes.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import selectors
from asyncio import events
from collections.abc import Callable, Container
from contextvars import Context
from operator import attrgetter
from typing import Any, Protocol

from .clock import SECOND
from .turns import Deadlock, Turn, Turns

SPINS = 2_000
"""Turns of the loop in which nothing comes from outside before the clock is moved for a program that only polls."""


class Observer(Protocol):
    """Is told of what the loop does."""

    def before_step(self, handle: events.Handle) -> None:
        """Take note that a callback is about to run."""

    def after_step(self, handle: events.Handle) -> None:
        """Take note that a callback has run."""

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
        if observer is not None:
            observer.before_step(self)
        super()._run()
        if observer is not None:
            observer.after_step(self)


class _Handle(events.Handle):
    """A callback whose beginning and end are told to the observer."""

    __slots__ = ()

    def _run(self) -> None:
        observer: Observer = self._loop.observer  # type: ignore[attr-defined]
        observer.before_step(self)
        super()._run()
        observer.after_step(self)


class _Selector(selectors.DefaultSelector):
    """Polls what is real, and lets virtual time pass instead of waiting."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[Any]:
        """Return what is ready; wait in virtual time when nothing is."""
        ready: list[Any] = super().select(0)
        if ready:
            return ready
        if timeout is not None and timeout <= 0:
            self.loop.spin()
            return ready
        while not self.loop.wait():
            # Something real is open: only real time can bring it.
            ready = super().select(0.05)
            if ready:
                break
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on `turns.clock`. Files and sockets of the machine work, in real time."""

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
        self._spun_at = -1
        self._turn: Turn | None = None
        self.inside: Container[int] = frozenset()
        """Descriptors that nothing outside the process can make ready, such as those of a network in memory."""

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
        due = round(when * SECOND)
        if due <= self.clock.now and when > self.time():
            due = self.clock.now + 1
        return self.schedule(due, self.next_order(), callback, args, context)

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
        self._ready.append(handle)  # type: ignore[attr-defined]
        return handle

    def _write_to_self(self) -> None:
        self._woken = True
        if not self.turns.takes_part():
            super()._write_to_self()  # type: ignore[misc]
        elif self._turn is not None:
            self.turns.wake(self._turn)

    # --- waiting ---

    def _due(self) -> int | None:
        scheduled = self._scheduled  # type: ignore[attr-defined]
        return scheduled[0].due if scheduled else None

    def _called(self) -> bool:
        due = self._due()
        return self._woken or (due is not None and due <= self.clock.now)

    def _descriptors(self) -> list[int]:
        return [key.fd for key in self._selector.get_map().values()]  # type: ignore[attr-defined]

    def wait(self) -> bool:
        """Let virtual time pass until something is to be done. False: wait for something real. Raises Deadlock."""
        self._spins = 0
        if not self.turns.in_main():
            if not self._called():
                self.turns.park(self._due())
            self._woken = False
            return True
        came = self.turns.wait(self._due(), self._called)
        self._woken = False
        if came:
            return True
        own = self._ssock.fileno()  # type: ignore[attr-defined]
        if any(fd != own and fd not in self.inside for fd in self._descriptors()):
            return False
        raise Deadlock

    def spin(self) -> None:
        """Count a turn of the loop in which the clock does not move; move it for a program that only polls."""
        if self.turns.in_main():
            self.turns.run_others()
        if self._woken or self._spun_at != self.clock.now:
            self._spun_at, self._spins = self.clock.now, 0
        self._woken = False
        self._spins += 1
        if self._spins > SPINS and self.turns.in_main():
            self._spins = 0
            if self.observer is not None:
                self.observer.polled()
            self.turns.skip(self._due())
