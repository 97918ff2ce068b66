"""Where each call stood whenever its task waited: from which event to which, on which line of which function.

The order of events is finer than the clock: at one moment of virtual time a task can go on, write and wait again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.model import CallContinued, CallEnded, CallPaused, CallStarted, Place, Resumed, Suspended, Trace


class Level(NamedTuple):
    """A call on the way to what is waited for."""

    call: CallStarted
    place: Place | None
    """The line on which it stands."""


class Stand(NamedTuple):
    """A call stood still."""

    levels: tuple[Level, ...]
    """The call first, then the calls that it waited for, inwards."""
    awaiting: str
    """What the innermost one waited for."""
    task: int
    """The task."""
    start: int
    """Index of the event with which it began to wait."""
    end: int | None
    """Index of the event with which it went on; None where it never did."""


def stands(trace: Trace) -> Iterator[Stand]:
    """Yield every wait of every call, in the order in which the waits end; those that never end last."""
    begun: dict[int, CallStarted] = {}
    stacks: dict[int | None, list[CallStarted]] = {}
    waiting: dict[int, tuple[int, Suspended, tuple[CallStarted, ...]]] = {}
    for index, event in enumerate(trace.events):
        match event:
            case CallStarted():
                begun[event.call] = event
                stacks.setdefault(event.task, []).append(event)
            case CallContinued() if event.call in begun:
                stacks.setdefault(event.task, []).append(begun[event.call])
            case CallEnded() | CallPaused() if event.call in begun:
                stack = stacks.get(begun[event.call].task, [])
                if begun[event.call] in stack:
                    del stack[stack.index(begun[event.call]) :]
            case Suspended():
                waiting[event.task] = (index, event, tuple(stacks.get(event.task, ())))
            case Resumed() if event.task in waiting:
                yield from _of_each(*waiting.pop(event.task), index)
            case _:
                pass
    for start, suspended, calls in waiting.values():
        yield from _of_each(start, suspended, calls, None)


def _of_each(start: int, event: Suspended, calls: tuple[CallStarted, ...], end: int | None) -> Iterator[Stand]:
    places = (*(inner.place for inner in calls[1:]), event.place)
    levels = tuple(map(Level, calls, places))
    for depth in range(len(levels)):
        yield Stand(levels[depth:], event.awaiting, event.task, start, end)
