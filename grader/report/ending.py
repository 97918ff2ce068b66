"""How the run of a timeline ended, in a sentence below it: why all that is drawn stops at one moment."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import (
    Deadlocked,
    Interrupted,
    LimitExceeded,
    Raised,
    Returned,
    TimedOut,
    Timeline,
    Waiter,
    seconds,
)

from .visible import shorten, visible
from .words import LIMITS

SHOWN = 3
"""Tasks or calls that are named."""

MAX_NAME = 48
"""Characters of such a name."""


def sentence(timeline: Timeline) -> str:
    """Say why a run ended that did not end by itself, and what was under way; empty where that need not be said."""
    at, open_calls = seconds(timeline.actual_end), _under_way(timeline)
    still = f" Still under way: {_listed(open_calls)}." if open_calls else ""
    match timeline.outcome:
        case Deadlocked(waiters=waiters):
            waited = f" Still waiting: {_listed([_waiting(one) for one in waiters])}." if waiters else ""
            return f"The run was ended at {at}: nothing was left that could go on.{waited}"
        case TimedOut():
            return f"The run was ended at {at}, when its time was up.{still}"
        case LimitExceeded(limit=limit):
            return f"The run was ended at {at}: it had needed {LIMITS[limit]}.{still}"
        case Interrupted():
            return f"The run was interrupted at {at}.{still}"
        case Raised(phase="run", error=error) if len(open_calls) > 1:
            return f"The run ended at {at} with {visible(error)}: what was still under way was cut off."
        case _:
            return ""


def ends_otherwise(timeline: Timeline) -> bool:
    """Whether a run did not end by itself, as the one beside it does."""
    return not isinstance(timeline.outcome, Returned | None)


def _waiting(waiter: Waiter) -> str:
    line = f" (line {waiter.place.line})" if waiter.place is not None else ""
    return f"{_quoted(waiter.task)} for {_quoted(waiter.awaiting)}{line}"


def _under_way(timeline: Timeline) -> list[str]:
    """Return the calls that had not ended, of those that await one another the innermost."""
    unfinished = [span for span in timeline.actual if not span.finished]
    outer = {span.parent for span in unfinished}
    return [_quoted(span.label) for span in unfinished if span.call not in outer]


def _quoted(name: str) -> str:
    return f"`{shorten(visible(name), MAX_NAME)}`"


def _listed(names: Sequence[str]) -> str:
    more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
    return ", ".join([*names[:SHOWN], *more])
