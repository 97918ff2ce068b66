"""A timeline made ready to be drawn: lanes in the order of who awaits whom, on one scale for both runs.

A run can have thousands of calls, waits and lines. What is drawn is bounded, and what is left out is counted. Where
there are more calls than lanes, those of one function that one call awaits are folded: the first few stand for
themselves, and one lane stands for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from grader.model import NANOSECONDS, Part, Span, Timeline, seconds

from .ending import ends_otherwise, sentence
from .likeness import alike
from .visible import cut, shorten, visible

Kind = Literal["running", "waiting", "blocked"]

NAMES = {"expected": ("actual", "expected"), "usual": ("failing", "usual")}
"""What a run stands beside -> what the two are called."""

MAX_LANES = 40
"""Lanes that are drawn of one run."""

UNFOLDED = 3
"""Calls of one function that stand for themselves where the others are folded."""

MAX_CAPTIONS = 3
"""Stretches in which the event loop was blocked that are told in words."""

MEANINGS: dict[Kind, str] = {
    "running": "its own code ran",
    "waiting": "it waited, and others could run",
    "blocked": "the event loop stood still: nothing else could run",
}
"""What a call does -> what that means, for a reader who sees such a picture for the first time."""

MAX_STRETCHES = 48
"""Stretches of one lane; where there are more, those too narrow to be seen are merged."""

MAX_TOLD = 6
"""Stretches of one lane that are told in words."""

CELLS = 100
"""In how many cells such a lane is divided."""

MAX_MARKS = 16
"""Moments of one lane at which lines of output are marked."""

MAX_LINES = 12
"""Lines of output that are listed below a run."""

MAX_LABEL = 48
"""Characters of a lane's label."""

MAX_WORDS = 80
"""Characters of what a stretch waits for, and of a line of output on a lane."""

MAX_DEPTH = 8
"""Steps by which a lane is indented, at most."""

LONG = 20
"""A run this many times as long as the expected one is cut, so that both can be seen on one scale."""

SHOWN = 5
"""How many times the expected run's length of it is shown then."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of a lane."""

    kind: Kind
    """What the call did."""
    start: int
    """Nanoseconds."""
    end: int
    """Nanoseconds."""
    what: str
    """What it waited for, or what blocked."""
    line: int | None = None
    """The learner's line."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Lines printed at one moment, or a moment that the program named."""

    time: int
    """Nanoseconds."""
    lines: tuple[str, ...]
    """The lines, or the name."""
    named: bool = False
    """Whether it is a name."""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One awaited call."""

    label: str
    """The call as the learner would write it."""
    depth: int
    """How many calls stand above it, capped."""
    line: int | None
    """The learner's line that awaits or creates it."""
    start: int
    """Nanoseconds."""
    end: int
    """Nanoseconds."""
    finished: bool
    """Whether it ended by itself."""
    stretches: tuple[Stretch, ...]
    """What it did."""
    calls: int = 1
    """How many calls it stands for."""
    merged: bool
    """Whether stretches too narrow to be seen were merged with others."""
    marks: tuple[Mark, ...]
    """What it printed, and the moments that it named."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One run."""

    lanes: tuple[Lane, ...]
    """Its calls, each below the one that awaits it."""
    left_out: int
    """How many more there were."""
    end: int
    """When it ended, in nanoseconds."""
    lines: tuple[tuple[int, str], ...]
    """What it printed: (time, text)."""
    lines_left_out: int
    """How many more lines there were."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A run and the one that was expected."""

    target: str
    """What was run."""
    actual: Picture
    """The learner's."""
    expected: Picture | None
    """The expected one, where there is one."""
    scale: int
    """Length of the axis, in nanoseconds: the same for both."""
    cut: bool
    """Whether the learner's run goes on beyond the axis."""
    names: tuple[str, str]
    """What the two are called."""
    captions: tuple[str, ...]
    """Sentences on what blocked the event loop."""
    parted: int | None
    """When the two begin to differ, in nanoseconds; None where they do not, or where that says nothing."""
    named: tuple[str, ...]
    """Sentences on moments that the program named."""
    alike: str
    """A sentence in place of the second picture, where the two would be the same; or empty."""
    ending: str
    """A sentence on what ended the run, where it did not end by itself; or empty."""


def pair(timeline: Timeline) -> Pair:
    """Make a timeline ready to be drawn."""
    expected = timeline.expected_end if timeline.expected else 0
    longest = max([timeline.actual_end, *(span.end for span in timeline.actual)], default=0)
    is_cut = bool(expected) and longest > LONG * expected
    same = alike(timeline)
    scale = SHOWN * expected if is_cut else max(longest, expected)
    return Pair(
        target=shorten(visible(timeline.target), MAX_WORDS),
        actual=picture(timeline.actual, timeline.actual_end, timeline.actual_lines, scale),
        expected=picture(timeline.expected, timeline.expected_end, timeline.expected_lines, scale)
        if timeline.expected and not same
        else None,
        scale=max(scale, NANOSECONDS // 1000) if scale else NANOSECONDS,
        cut=is_cut,
        names=NAMES[timeline.against],
        captions=tuple(_captions(timeline.actual)),
        named=tuple(_named(timeline.actual)),
        alike=_alike(timeline) if same else "",
        ending=sentence(timeline),
        parted=_parted(timeline) if timeline.against == "usual" else None,
    )


def _alike(timeline: Timeline) -> str:
    """Say in what two runs differ that would be drawn alike."""
    same_lines = timeline.actual_lines == timeline.expected_lines
    what = "the difference is the one told above" if same_lines else "the two differ in what they print"
    if ends_otherwise(timeline):
        what = "the two differ in how they end"
    return f"The {NAMES[timeline.against][1]} run makes the same calls at the same times: {what}."


def _captions(spans: Sequence[Span]) -> Iterator[str]:
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


def _named(spans: Sequence[Span]) -> Iterator[str]:
    """Say in words which moments the program named."""
    found = sorted((time, span.label, text) for span in spans for time, text in span.marks)
    for time, label, text in found[:MAX_MARKS]:
        yield f"At {seconds(time)} `{shorten(visible(label), MAX_WORDS)}` marked “{shorten(visible(text), MAX_WORDS)}”."


def _parted(timeline: Timeline) -> int | None:
    """Return when the runs begin to differ: in a line of output, or in when a call began or ended."""
    one, other = (
        sorted(
            {
                *((time, "printed", text) for time, text in lines),
                *((span.start, "began", span.label) for span in spans),
                *((span.end, "ended", span.label) for span in spans),
            }
        )
        for spans, lines in (
            (timeline.actual, timeline.actual_lines),
            (timeline.expected, timeline.expected_lines),
        )
    )
    differing = set(one) ^ set(other)
    if differing:
        return min(time for time, _, _ in differing)
    ordered = zip(timeline.actual_lines, timeline.expected_lines, strict=False)
    return next((mine[0] for mine, usual in ordered if mine != usual), None)


def picture(spans: Sequence[Span], end: int, lines: Sequence[tuple[int, str]], scale: int) -> Picture:
    """Make one run ready to be drawn."""
    lanes = list(_lanes(_in_order(spans), scale))
    return Picture(
        lanes=tuple(lanes[:MAX_LANES]),
        left_out=sum(lane.calls for lane in lanes[MAX_LANES:]),
        end=end,
        lines=tuple((time, cut(visible(text), 120)) for time, text in lines[:MAX_LINES]),
        lines_left_out=max(0, len(lines) - MAX_LINES),
    )


def ticks(scale: int, most: int) -> tuple[int, ...]:
    """Return the times to name on an axis, in nanoseconds: at most about `most` round ones, from 0 to the scale."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if scale <= factor * step * most:
                return tuple(range(0, scale + 1, max(factor * step, NANOSECONDS // 1000)))
        step *= 10


def _in_order(spans: Sequence[Span]) -> list[tuple[Span, int]]:
    """Return spans, each below its parent, with how deep they stand. Parents may be missing or make no sense."""
    known = {span.call for span in spans}
    children: dict[int | None, list[Span]] = {}
    for span in spans:
        parent = span.parent if span.parent in known and span.parent != span.call else None
        children.setdefault(parent, []).append(span)
    ordered: list[tuple[Span, int]] = []
    seen: set[int] = set()
    stack = [(span, 0) for span in reversed(children.get(None, []))]
    while stack:
        span, depth = stack.pop()
        if span.call in seen:
            continue
        seen.add(span.call)
        ordered.append((span, depth))
        stack.extend((child, depth + 1) for child in reversed(children.get(span.call, [])))
    return ordered + [(span, 0) for span in spans if span.call not in seen]


def _lanes(ordered: Sequence[tuple[Span, int]], scale: int) -> Iterator[Lane]:
    """Yield a lane for each call; where there are too many, one for most of the calls of a function."""
    if len(ordered) <= MAX_LANES:
        yield from (_lane(span, depth, scale) for span, depth in ordered)
        return
    for _, together in groupby(ordered, key=lambda item: (item[0].function, item[0].parent, item[1])):
        alike = list(together)
        first, rest = (alike[:UNFOLDED], alike[UNFOLDED:]) if len(alike) > UNFOLDED + 1 else (alike, [])
        yield from (_lane(span, depth, scale) for span, depth in first)
        if rest:
            yield _folded([span for span, _ in rest], rest[0][1], scale)


def _folded(spans: Sequence[Span], depth: int, scale: int) -> Lane:
    """Make one lane of calls of one function: what any of them did, the strongest where they differ."""
    name = shorten(visible(spans[0].function), MAX_LABEL - 24)
    return Lane(
        label=f"… {len(spans):,} more calls of {name}",
        depth=min(depth, MAX_DEPTH),
        line=spans[0].place.line if spans[0].place is not None else None,
        start=min(span.start for span in spans),
        end=max(span.end for span in spans),
        finished=all(span.finished for span in spans),
        stretches=_merged([part for span in spans for part in span.parts], scale),
        calls=len(spans),
        merged=True,
        marks=(),
    )


def _lane(span: Span, depth: int, scale: int) -> Lane:
    merged = len(span.parts) > MAX_STRETCHES
    stretches = [
        Stretch(
            kind=part.kind,
            start=part.start,
            end=part.end,
            what=shorten(visible(part.what), MAX_WORDS),
            line=part.place.line if part.place is not None else None,
        )
        for part in span.parts[:MAX_STRETCHES]
    ]
    moments = [
        Mark(time=time, lines=tuple(shorten(visible(text), MAX_WORDS) for _, text in together))
        for time, together in groupby(span.lines[:MAX_MARKS], key=lambda line: line[0])
    ]
    moments += [
        Mark(time=time, lines=(shorten(visible(text), MAX_WORDS),), named=True) for time, text in span.marks[:MAX_MARKS]
    ]
    return Lane(
        label=shorten(visible(span.label), MAX_LABEL),
        depth=min(depth, MAX_DEPTH),
        line=span.place.line if span.place is not None else None,
        start=span.start,
        end=span.end,
        finished=span.finished,
        stretches=_merged(span.parts, scale) if merged else tuple(stretches),
        merged=merged,
        marks=tuple(moments),
    )


def _merged(parts: Sequence[Part], scale: int) -> tuple[Stretch, ...]:
    """Merge stretches that are too narrow to be told apart; a cell in which anything blocked is blocked."""
    size = max(1, scale // CELLS)
    return tuple(
        Stretch(kind=kind, start=start * size, end=end * size, what="")
        for kind, start, end in runs(cells(parts, CELLS, size))
    )


def cells(parts: Iterable[Part | Stretch], count: int, size: float) -> list[Kind | None]:
    """Tell what a lane does in each of `count` cells of `size` nanoseconds: the strongest that happens in it."""
    strength: dict[Kind | None, int] = {None: 0, "running": 1, "waiting": 2, "blocked": 3}
    filled: list[Kind | None] = [None] * count
    for part in parts:
        first, last = round(part.start / size), round(part.end / size)
        if part.kind == "blocked":
            last = max(last, first + 1)
        for cell in range(max(first, 0), min(last, count)):
            if strength[part.kind] > strength[filled[cell]]:
                filled[cell] = part.kind
    return filled


def runs(filled: Sequence[Kind | None]) -> list[tuple[Kind, int, int]]:
    """Return what follows one another in cells: (kind, first cell, cell after the last)."""
    found: list[tuple[Kind, int, int]] = []
    cell = 0
    for kind, together in groupby(filled):
        length = len(list(together))
        if kind is not None:
            found.append((kind, cell, cell + length))
        cell += length
    return found


def did(lane: Lane) -> list[str]:
    """Say what a call did, a stretch each."""
    said = [
        f"{stretch.kind} {seconds(stretch.start)} to {seconds(stretch.end)}"
        + (f": {stretch.what}" if stretch.what else "")
        for stretch in lane.stretches[:MAX_TOLD]
    ]
    more = len(lane.stretches) - MAX_TOLD
    return [*said, f"… and {more} more"] if more > 0 else said or ["took no time"]
