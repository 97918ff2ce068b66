"""Sentences below a timeline: what blocked the event loop, which moments were named, and where two runs differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.model import Span, Timeline, seconds

from .ending import ends_otherwise
from .parting import Parting, first_of
from .visible import shorten, visible

NAMES = {"expected": ("actual", "expected"), "usual": ("failing", "usual")}
"""What a run stands beside -> what the two are called."""

MAX_CAPTIONS = 3
"""Stretches in which the event loop was blocked that are told in words."""

MAX_MARKS = 16
"""Moments of one lane at which lines of output are marked."""

MAX_LABEL = 48
"""Characters of a lane's label."""

MAX_WORDS = 80
"""Characters of what a stretch waits for, and of a line of output on a lane."""


def alike_but(timeline: Timeline) -> str:
    """Say in what two runs differ that would be drawn alike."""
    same_lines = timeline.actual_lines == timeline.expected_lines
    what = "the difference is the one told above" if same_lines else "the two differ in what they print"
    if ends_otherwise(timeline):
        what = "the two differ in how they end"
    return f"The {NAMES[timeline.against][1]} run makes the same calls at the same times: {what}."


def blocked(spans: Sequence[Span]) -> Iterator[str]:
    """Say in words what blocked the event loop, in the order in which it did."""
    blocked = sorted(
        (part for span in spans for part in span.parts if part.kind == "blocked"), key=lambda part: part.start
    )
    for part in blocked[:MAX_CAPTIONS]:
        line = f", line {part.place.line}" if part.place is not None else ""
        by = f" by `{shorten(visible(part.what), MAX_WORDS)}`{line}" if part.what else line
        yield (
            f"From {seconds(part.start)} to {seconds(part.end)} the event loop was blocked{by}: nothing else could run."
        )


def moments(spans: Sequence[Span]) -> Iterator[str]:
    """Say in words which moments the program named."""
    found = sorted((time, span.label, text) for span in spans for time, text in span.marks)
    for time, label, text in found[:MAX_MARKS]:
        yield f"At {seconds(time)} `{shorten(visible(label), MAX_WORDS)}` marked “{shorten(visible(text), MAX_WORDS)}”."


def parts(timeline: Timeline, parted: Parting) -> str:
    """Say where two runs begin to differ: in the first call that does, or in what they print."""
    runs = ((timeline.actual, timeline.expected), (timeline.expected, timeline.actual))
    first = next((found for one, other in runs if (found := first_of(one, other, parted.calls)) is not None), None)
    what = f"`{shorten(visible(first.label), MAX_LABEL)}`" if first is not None else "what they print"
    return f"The two runs part at {seconds(parted.time)}, in {what}."
