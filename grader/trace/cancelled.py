"""Waits that a cancellation ended: what a task waited for had not come when it went on.

No event tells of `cancel()`. But a sleep that ends before its time, an item that nobody hands over, a lock that is not
taken, a service whose caller gives it up: each was ended by a cancellation, of the program's or of a time limit. Of
other waits, such as those for another task, this cannot be told: of those nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from grader.model import (
    NANOSECONDS,
    Answered,
    Asked,
    Event,
    QueueChanged,
    Resumed,
    Signalled,
    Taken,
    TaskEnded,
    Trace,
)

from .standing import Stand, stands

_SLEEP = re.compile(r"asyncio\.sleep\(([\d.e+-]+)\)$")


def cancelled_waits(trace: Trace) -> Iterator[Stand]:
    """Yield the waits that a cancellation ended before `main` had, each with all the calls of its task."""
    end = next((n for n, e in enumerate(trace.events) if isinstance(e, TaskEnded) and e.task == 1), len(trace.events))
    given_up = _given_up(trace)
    doings = _Doings(trace.events)
    seen: set[int] = set()
    for stand in stands(trace):
        if stand.start in seen or stand.end is None or stand.end > end:
            continue
        seen.add(stand.start)
        if _was_cancelled(doings, stand, stand.end) or stand.levels[-1].call.call in given_up:
            yield stand


def afterwards(trace: Trace, stand: Stand) -> tuple[Event, ...]:
    """Return what the task of a wait did after it."""
    return () if stand.end is None else tuple(_of_task(trace.events[stand.end + 1 :], stand.task))


def _given_up(trace: Trace) -> frozenset[int | None]:
    """Return the calls of services that their callers gave up."""
    calls = {event.request: event.call for event in trace.events if isinstance(event, Asked)}
    return frozenset(
        calls.get(event.request)
        for event in trace.events
        if isinstance(event, Answered) and event.how == "cancelled" and event.request in calls
    )


class _Doings:
    """What each task did, and which events were set: where in a trace."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self._by_task: dict[int, list[int]] = {}
        self._set: list[int] = []
        for index, event in enumerate(events):
            task = getattr(event, "task", None)
            if task is not None and not isinstance(event, Resumed):
                self._by_task.setdefault(task, []).append(index)
            if isinstance(event, Signalled) and event.how == "set":
                self._set.append(index)

    def first(self, task: int, after: int) -> Event | None:
        """Return what a task did first after an event."""
        own = self._by_task.get(task, [])
        index = bisect_right(own, after)
        return self.events[own[index]] if index < len(own) else None

    def has_taken(self, task: int, start: int, end: int) -> bool:
        """Whether a task was given a lock between two events."""
        own = self._by_task.get(task, [])
        between = own[bisect_left(own, start) : bisect_left(own, end)]
        return any(isinstance(self.events[index], Taken) for index in between)

    def was_set(self, start: int, end: int) -> bool:
        """Whether an event was set between two events."""
        return bisect_left(self._set, start) < bisect_left(self._set, end)


def _was_cancelled(doings: _Doings, stand: Stand, end: int) -> bool:
    slept = _SLEEP.match(stand.awaiting)
    if slept is not None:
        took = doings.events[end].time - doings.events[stand.start].time
        return took < float(slept[1]) * NANOSECONDS * 0.999 - 1
    first = doings.first(stand.task, end)
    match stand.awaiting.rpartition(".")[2]:
        case "get()":
            return not (isinstance(first, QueueChanged) and first.how == "get")
        case "put()":
            return not (isinstance(first, QueueChanged) and first.how == "put")
        case "acquire()":
            return not (isinstance(first, Taken) or doings.has_taken(stand.task, stand.start, end))
        case "wait()" if stand.awaiting.startswith("Event."):
            return not doings.was_set(stand.start, end)
        case _:
            return False


def _of_task(events: Sequence[Event], task: int) -> Iterator[Event]:
    """Yield what a task did."""
    return (event for event in events if getattr(event, "task", None) == task and not isinstance(event, Resumed))
