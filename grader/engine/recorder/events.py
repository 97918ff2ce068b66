"""Writes the events of a run, each with the time at which it happened.

The events of a usual step (a task goes on, calls begin and end, it waits again) are written as JSON at once, from texts
that are known already: that costs half of what making lists and encoding them costs. The others are lists, which the
channel encodes many at a time. Both look alike to the judge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ..channel import MAX_PENDING
from ..virtual.clock import Clock
from .frames import Place, quoted

MAX_EVENTS = 300_000


class Limit(BaseException):
    """The program has hit a limit of the run. Its argument: the line."""

    def __str__(self) -> str:
        return ""  # the line is told elsewhere


class EventLimit(Limit):
    """The program did more than a trace can hold."""


class Sink(Protocol):
    """Where events go."""

    pending: list[Any]
    """What was not sent yet; events are appended to it."""

    def flush(self) -> None:
        """Send what is pending."""


class Events:
    """The events of a run."""

    __slots__ = (
        "_append",
        "_at_once",
        "_clock",
        "_extend",
        "_flush",
        "_flush_at",
        "_stamp",
        "_stamped",
        "_too_many",
        "count",
        "frozen",
    )

    def __init__(self, sink: Sink, clock: Clock, too_many: Callable[[], None]) -> None:
        """`too_many` ends the run: it is called for each event beyond what a trace can hold."""
        self._append, self._extend = sink.pending.append, sink.pending.extend
        self._flush = sink.flush
        self._clock = clock
        self._too_many = too_many
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self.count = 0
        self.frozen: list[Any] | None = None
        """A stretch in which the loop's thread stood still, as long as it may still grow."""
        self._flush_at = MAX_PENDING
        self._at_once: set[str] = set()
        self._stamped, self._stamp = -1, ""

    def stamp(self) -> str:
        """Return the time as text: many events come at one instant, and writing a number costs more than keeping it."""
        now = self._clock.now
        if now != self._stamped:
            self._stamped, self._stamp = now, str(now)
        return self._stamp

    def write(self, event: str | list[Any]) -> None:
        """Record an event that is ready to be sent."""
        if self.frozen is not None:
            self.settle()
        self.count += 1
        if self.count > self._flush_at:
            self._made_many()
        self._append(event)

    def write_all(self, events: list[Any]) -> None:
        """Record events that are ready to be sent."""
        if self.frozen is not None:
            self.settle()
        count = self.count + len(events)
        if count > self._flush_at:
            for event in events:
                self.write(event)
        else:
            self.count = count
            self._extend(events)

    def _made_many(self) -> None:
        if self.count > MAX_EVENTS:
            self._too_many()
        self._flush_at = min(self.count + MAX_PENDING, MAX_EVENTS)
        self._flush()

    def post(self, kind: str, time: int | None, *fields: Any) -> None:
        """Record an event at `time`, or now."""
        self.write([kind, self._clock.now if time is None else time, *fields])

    def once(self, *key: Any) -> bool:
        """Whether this is asked for the first time."""
        text = str(key)
        if text in self._at_once:
            return False
        self._at_once.add(text)
        return True

    def blocked(self, start: int, *who: Any) -> None:
        """Record that the loop's thread stood still from `start` to now; stretches that join become one.

        One of no length is recorded once for each task, call and line.
        """
        if start == self._clock.now and not self.once(*who):
            return
        frozen = self.frozen
        if frozen is not None and frozen[1] == start and frozen[2:] == list(who):
            frozen[1] = self._clock.now
            return
        self.settle()
        self.frozen = [start, self._clock.now, *who]

    def settle(self) -> None:
        """Record a stretch that is over."""
        if self.frozen is not None:
            frozen, self.frozen = self.frozen, None
            self.post("blocked", *frozen)


def written(number: int | None) -> str:
    """Write a number as JSON."""
    return "null" if number is None else str(number)


def line_written(place: Place) -> str:
    """Write a line as JSON."""
    return "null" if place is None else f"[{quoted(place[0])},{place[1]}]"
