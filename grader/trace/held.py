"""Who held which lock, or place of a semaphore, from when to when."""

from __future__ import annotations

from typing import NamedTuple

from grader.model import GivenBack, Place, Taken, Trace

from .lines import until_the_end


class Held(NamedTuple):
    """A lock, or one place of a semaphore, in the hands of a task."""

    thing: int
    """Number of the lock or semaphore in this run."""
    kind: str
    """`Lock`, `Semaphore`, `BoundedSemaphore`."""
    task: int | None
    """The task that had it."""
    start: int
    """Nanoseconds: when it was taken."""
    end: int
    """Nanoseconds: when it was given back; where the run ended, for one that never was."""
    place: Place | None
    """The learner's line that took it."""
    back: GivenBack | None
    """How it was given back, if it was before the coroutine under test had ended."""


def held(trace: Trace) -> tuple[Held, ...]:
    """Return what was held, in the order in which it was taken.

    A task that gives back a place has taken it, the last of its own; a place that another task gives back is the one
    that its holder has had for longest. What nobody had taken is none.
    """
    found: list[Held] = []
    open_: dict[tuple[int, int | None], list[int]] = {}
    for event in until_the_end(trace):
        match event:
            case Taken():
                open_.setdefault((event.thing, event.task), []).append(len(found))
                taken = Held(event.thing, event.kind, event.task, event.time, trace.duration_ns, event.place, None)
                found.append(taken)
            case GivenBack() if own := open_.get((event.thing, event.holder)):
                index = own.pop(-1 if event.task == event.holder else 0)
                found[index] = found[index]._replace(end=event.time, back=event)
            case _:
                pass
    return tuple(found)
