"""Whether two runs would be drawn alike, so that one picture does for both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from grader.model import Part, Span, Timeline


def alike(timeline: Timeline) -> bool:
    """Whether the two runs make the same calls, which do the same at the same times."""
    return (
        bool(timeline.expected)
        and timeline.actual_end == timeline.expected_end
        and _drawn(timeline.actual) == _drawn(timeline.expected)
    )


def _drawn(spans: Sequence[Span]) -> list[tuple[object, ...]]:
    """Return what is drawn of each call: which calls they are in that run does not matter, but their places do."""
    places = {span.call: place for place, span in enumerate(spans)}
    return [
        (span.label, places.get(span.parent or 0), span.start, span.end, span.finished, _stretches(span.parts))
        for span in spans
    ]


def _stretches(parts: Sequence[Part]) -> list[tuple[str, int, int]]:
    """Return stretches without what stands behind them; those that follow one another are one."""
    found: list[tuple[str, int, int]] = []
    for kind, together in groupby((part for part in parts if part.end > part.start), key=lambda part: part.kind):
        stretches = list(together)
        found.append((kind, stretches[0].start, stretches[-1].end))
    return found
