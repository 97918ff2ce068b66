"""How many items lay in a queue, from when to when."""

from __future__ import annotations

from typing import NamedTuple

from grader.model import QueueChanged, Trace

from .lines import until_the_end


class Level(NamedTuple):
    """A stretch in which a queue stayed as it was."""

    start: int
    """Nanoseconds."""
    end: int
    """Nanoseconds."""
    length: int
    """Items in the queue."""
    unfinished: int
    """Items that were put in and not marked done."""


class Queued(NamedTuple):
    """A queue over time."""

    thing: int
    """Number of the queue in this run."""
    kind: str
    """`Queue`, `PriorityQueue`, `LifoQueue`."""
    levels: tuple[Level, ...]
    """From its first change to the end of the run; those of no length are left out."""


def queues(trace: Trace) -> tuple[Queued, ...]:
    """Return the queues that the program used, in the order of their first change."""
    changes: dict[int, list[QueueChanged]] = {}
    for event in until_the_end(trace):
        if isinstance(event, QueueChanged):
            changes.setdefault(event.thing, []).append(event)
    return tuple(Queued(thing, own[0].kind, _levels(own, trace.duration_ns)) for thing, own in changes.items())


def _levels(changes: list[QueueChanged], end: int) -> tuple[Level, ...]:
    found: list[Level] = []
    for change, until in zip(changes, [*(later.time for later in changes[1:]), end], strict=True):
        if until <= change.time:
            continue
        level = Level(change.time, until, change.length, change.unfinished)
        if found and found[-1][2:] == level[2:]:
            level = level._replace(start=found.pop().start)
        found.append(level)
    return tuple(found)
