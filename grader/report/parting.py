"""Where two runs begin to differ: in a line of output, or in when a call begins or ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from grader.model import Span, Timeline

Moment = tuple[int, str, str]
"""(time, what happened, which line or call)."""


@dataclass(frozen=True, kw_only=True)
class Parting:
    """The first moment at which something happens in one of two runs only."""

    time: int
    """Nanoseconds."""
    calls: frozenset[str]
    """Labels of the calls that begin or end then, in one of them; empty where they differ in what they print."""


def parting(timeline: Timeline) -> Parting | None:
    """Return where the runs of a timeline part; None where they do not.

    The expected run is that of another program, with calls of its own: those that only one of the two makes tell
    nothing. What a program does otherwise than usual is told by every call.
    """
    actual, expected = timeline.actual, timeline.expected
    lines = (timeline.actual_lines, timeline.expected_lines)
    if timeline.against == "expected":
        actual, expected = tuple(_told(actual, expected)), tuple(_told(expected, actual))
        lines = lines if timeline.expected_lines else ((), ())  # what is expected of its output is told by no run
    one, other = (Counter(_moments(*run)) for run in zip((actual, expected), lines, strict=True))
    differing = [*(one - other), *(other - one)] if timeline.expected else []
    if differing:
        first = min(time for time, _, _ in differing)
        return Parting(
            time=first,
            calls=frozenset(label for time, what, label in differing if time == first and what != "printed"),
        )
    ordered = zip(timeline.actual_lines, timeline.expected_lines, strict=False)
    swapped = next((mine[0] for mine, usual in ordered if mine != usual), None)
    return None if swapped is None or timeline.against == "expected" else Parting(time=swapped, calls=frozenset())


def first_of(spans: Sequence[Span], others: Sequence[Span], calls: Collection[str]) -> Span | None:
    """Return the first of some calls that has no equal in the other run; one that awaits another such call follows."""
    equals = Counter((span.label, span.start, span.end) for span in others)
    found: list[Span] = []
    for span in spans:
        key = (span.label, span.start, span.end)
        if span.label in calls and not equals[key]:
            found.append(span)
        equals[key] -= 1
    awaiting = {span.parent for span in found}
    return next((span for span in found if span.call not in awaiting), None)


def _told(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield the calls that the other run makes, too.

    One that has nothing to wait for may be seen in one program and not in another: of those, both make as many.
    """
    counts, equals = (Counter(span.label for span in run) for run in (spans, others))
    for span in spans:
        if equals[span.label] and (span.start < span.end or counts[span.label] == equals[span.label]):
            yield span


def _moments(spans: Sequence[Span], lines: Sequence[tuple[int, str]]) -> Iterator[Moment]:
    yield from ((time, "printed", text) for time, text in lines)
    for span in spans:
        yield span.start, "began", span.label
        yield span.end, "ended", span.label
