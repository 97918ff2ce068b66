"""Which spans are under way at the same time."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import Span


def overlap(one: Span, other: Span) -> bool:
    """Whether there is a stretch of time, however short, in which both are under way."""
    return max(one.start, other.start) < min(one.end, other.end)


def most_at_once(spans: Sequence[Span]) -> int:
    """Return the largest number of spans under way at one time; one that ends makes room for one that begins."""
    changes = [(span.start, 1) for span in spans] + [(span.end, -1) for span in spans]
    most = now = 0
    for _, change in sorted(changes):
        now += change
        most = max(most, now)
    return most
