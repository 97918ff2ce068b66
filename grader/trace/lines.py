"""What can be read off a trace directly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from grader.model import Blocked, Event, LeftBehind, Printed, TaskEnded, TaskStarted, Trace


def until_the_end(trace: Trace) -> Iterator[Event]:
    """Yield the events to the end of the coroutine under test: what is cancelled afterwards did not finish."""
    for event in trace.events:
        yield event
        if isinstance(event, TaskEnded) and event.task == 1 and not trace.script:
            return


def lines(trace: Trace, stream: Literal["stdout", "stderr"] = "stdout") -> tuple[Printed, ...]:
    """Return the lines written to a stream, in order."""
    return tuple(event for event in trace.events if isinstance(event, Printed) and event.stream == stream)


def blocked(trace: Trace) -> tuple[Blocked, ...]:
    """Return the stretches in which the event loop's thread stood still."""
    return tuple(event for event in trace.events if isinstance(event, Blocked))


def left_behind(trace: Trace) -> tuple[LeftBehind, ...]:
    """Return the tasks that were unfinished when the coroutine under test ended."""
    return tuple(event for event in trace.events if isinstance(event, LeftBehind))


def names(trace: Trace) -> dict[int, str]:
    """Return what to call each task: `task('Task A', 2)`."""
    return {event.task: event.name for event in trace.events if isinstance(event, TaskStarted)}
