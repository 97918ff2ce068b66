"""A timeline made ready to be drawn: lanes in the order of who awaits whom, on one scale for both runs.

A run can have thousands of calls, waits and lines. What is drawn is bounded, and what is left out is counted. Where
there are more calls than lanes, those of one function that one call awaits are folded: the first few stand for
themselves, and one lane stands for the others; so are those that take no time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from grader.model import NANOSECONDS, Part, Span, Timeline, seconds

from . import captions
from .captions import MAX_LABEL, MAX_MARKS, MAX_WORDS
from .ending import sentence
from .likeness import alike
from .parting import first_of, parting
from .visible import cut, shorten, visible

Kind = Literal["running", "waiting", "blocked"]

MAX_LANES = 40
"""Lanes that are drawn of one run."""

INSTANT = ""
"""What stands for the function of calls that took no time."""

UNFOLDED = 3
"""Calls of one function that stand for themselves where the others are folded."""

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

MAX_LINES = 12
"""Lines of output that are listed below a run."""

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
    each: tuple[tuple[int, int], ...] = ()
    """When each of them began and ended, in nanoseconds, where there are several."""
    differs: bool
    """Whether this run parts from the other with it."""
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
    """When the two begin to differ, in nanoseconds; None where they do not."""
    parting: str
    """A sentence on where they begin to differ; or empty."""
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
    same = alike(timeline) and (timeline.against == "expected" or timeline.actual_lines == timeline.expected_lines)
    scale = SHOWN * expected if is_cut else max(longest, expected)
    parted = None if same else parting(timeline)
    calls = parted.calls if parted is not None else ()
    actual, usual = timeline.actual, timeline.expected
    return Pair(
        target=shorten(visible(timeline.target), MAX_WORDS),
        actual=picture(actual, timeline.actual_end, timeline.actual_lines, scale, first_of(actual, usual, calls)),
        expected=picture(usual, timeline.expected_end, timeline.expected_lines, scale, first_of(usual, actual, calls))
        if timeline.expected and not same
        else None,
        scale=max(scale, NANOSECONDS // 1000) if scale else NANOSECONDS,
        cut=is_cut,
        names=captions.NAMES[timeline.against],
        captions=tuple(captions.blocked(timeline.actual)),
        named=tuple(captions.moments(timeline.actual)),
        alike=captions.alike_but(timeline) if same else "",
        ending=sentence(timeline),
        parted=parted.time if parted is not None else None,
        parting=captions.parts(timeline, parted) if parted is not None else "",
    )


def picture(
    spans: Sequence[Span], end: int, lines: Sequence[tuple[int, str]], scale: int, differs: Span | None = None
) -> Picture:
    """Make one run ready to be drawn; `differs` is the call with which it parts from the other run."""
    lanes = list(_lanes(_in_order(spans), scale, differs))
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


def _lanes(ordered: Sequence[tuple[Span, int]], scale: int, differs: Span | None) -> Iterator[Lane]:
    """Yield a lane for each call; where there are too many, one for most of the calls of a function."""
    if len(ordered) <= MAX_LANES:
        yield from (_lane(span, depth, scale, differs) for span, depth in ordered)
        return
    for kind, together in groupby(ordered, key=lambda item: _fold(item[0], item[1], differs)):
        alike = list(together)
        shown = 0 if kind[0] == INSTANT else UNFOLDED
        first, rest = (alike[:shown], alike[shown:]) if len(alike) > shown + 1 else (alike, [])
        yield from (_lane(span, depth, scale, differs) for span, depth in first)
        if rest:
            yield _folded([span for span, _ in rest], rest[0][1], scale)


def _fold(span: Span, depth: int, differs: Span | None) -> tuple[object, ...]:
    """Tell with which of its neighbours a call is folded: those of its function, or all that took no time."""
    if span is differs:
        return (span,)
    return (INSTANT if span.start == span.end else span.function), span.parent, depth


def _folded(spans: Sequence[Span], depth: int, scale: int) -> Lane:
    """Make one lane of calls: what any of them did, the strongest where they differ."""
    names = list(dict.fromkeys(shorten(visible(span.function), MAX_LABEL - 24) for span in spans))
    instant = all(span.start == span.end for span in spans)
    of = (
        f"took no time: {', '.join([*names[:2], *(['…'] if names[2:] else [])])}"
        if instant
        else f"more calls of {names[0]}, a line each"
    )
    return Lane(
        label=shorten(f"… {len(spans):,} {of}", MAX_LABEL + 12),
        depth=min(depth, MAX_DEPTH),
        line=spans[0].place.line if spans[0].place is not None else None,
        start=min(span.start for span in spans),
        end=max(span.end for span in spans),
        finished=all(span.finished for span in spans),
        stretches=_merged([part for span in spans for part in span.parts], scale),
        calls=len(spans),
        each=tuple((span.start, span.end) for span in spans),
        differs=False,
        merged=True,
        marks=(),
    )


def _lane(span: Span, depth: int, scale: int, differs: Span | None) -> Lane:
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
        differs=span is differs,
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
