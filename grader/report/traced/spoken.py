"""Story -> text to be heard, in the manner of a report's."""

from __future__ import annotations

from collections.abc import Iterator

from grader.model import Tracing

from ..spoken import advice, cause, further, text, timeline
from .story import Told, story


def render(traced: Tracing, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write what is said of a program to be heard."""
    return text(_lines(story(traced)), unicode=unicode)


def _lines(told: Told) -> Iterator[str]:
    yield from (told.title, told.verdict, *told.remarks)
    if told.cause is not None:
        yield ""
        yield from cause(told.cause)
    if told.timeline is not None:
        yield from timeline(told.timeline, told.unit)
    yield ""
    yield "Output:" if told.output else "Output: nothing was written"
    for line in told.output:
        yield f"At {line.time}{', to standard error' if line.is_error else ''}: {line.text}"
    if told.output_left_out:
        yield f"{told.output_left_out:,} more lines are left out."
    if told.cause is not None:
        yield from advice(told.cause)
    yield from further(told.further, told.unopened)
    if told.not_simulated:
        yield from ("", "Could not be simulated:", *told.not_simulated)
    yield from ("", told.place)
