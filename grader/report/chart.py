"""Lanes -> text: a line for each awaited call, told apart by signs, with an axis of seconds.

running  ▒▒▒▒      waiting  ────      blocked  ████      a call that took no time  │
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from grader.model import seconds

from .lanes import Kind, Lane, Picture, cells, runs, ticks

Fragment = tuple[str, str]
"""(style, text): a piece of a row."""

STYLES: dict[Kind, str] = {"running": "green", "waiting": "cyan", "blocked": "bold red"}
"""What a call does -> style."""


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What a chart is drawn with."""

    running: str
    waiting: str
    blocked: str
    instant: str
    tick: str
    cut: str

    def of(self, kind: Kind) -> str:
        """Return the sign of what a call does."""
        return {"running": self.running, "waiting": self.waiting, "blocked": self.blocked}[kind]


UNICODE = Signs(running="▒", waiting="─", blocked="█", instant="│", tick="│", cut="…")
ASCII = Signs(running="=", waiting="-", blocked="#", instant="|", tick="|", cut="...")


def legend(signs: Signs, width: int) -> list[list[Fragment]]:
    """Say what the signs mean, in rows of a width."""
    entries: list[list[Fragment]] = [[(STYLES[kind], signs.of(kind) * 3), ("", f" {kind}")] for kind in STYLES]
    entries.append([("bold", signs.instant), ("", " took no time")])
    rows: list[list[Fragment]] = [[]]
    for entry in entries:
        if rows[-1] and _length(rows[-1]) + 3 + _length(entry) > width:
            rows.append([])
        rows[-1] += [("", "   "), *entry] if rows[-1] else entry
    return rows


def _length(fragments: list[Fragment]) -> int:
    return sum(len(text) for _, text in fragments)


def labels(picture: Picture) -> int:
    """Return the width of the widest label."""
    return max((cell_len(_label(lane)) for lane in picture.lanes), default=0)


def draw(
    picture: Picture, scale: int, width: int, beside: int, signs: Signs, *, axis: bool = True
) -> list[list[Fragment]]:
    """Draw a run in `width` columns, `beside` of which are for the labels."""
    room = max(width - beside - 2, 4)
    rows: list[list[Fragment]] = []
    for lane in picture.lanes:
        bar = _bar(lane, scale, room, signs)
        rows.append([("", _fitted(lane, beside, signs) + "  "), *(bar if lane.finished else _cut_off(bar, room))])
    if not rows:
        rows.append([("", "no awaited call")])
    return [*rows, *(_axis(scale, room, beside, signs) if axis else ())]


def _label(lane: Lane) -> str:
    return "  " * lane.depth + lane.label


def _fitted(lane: Lane, beside: int, signs: Signs) -> str:
    label = _label(lane)
    if cell_len(label) <= beside:
        return set_cell_size(label, beside)
    return set_cell_size(label, beside - len(signs.cut)) + signs.cut


def _bar(lane: Lane, scale: int, room: int, signs: Signs) -> list[Fragment]:
    size = scale / max(room, 1)
    if lane.start >= scale:
        return [("", " " * (room - len(signs.cut))), ("bold", signs.cut)]
    if lane.end == lane.start:
        return [("", " " * min(int(lane.start / size), room - 1)), ("bold", signs.instant)]
    fragments: list[Fragment] = []
    reached = 0
    for kind, start, end in runs(cells(lane.stretches, room, size)):
        fragments += [("", " " * (start - reached)), (STYLES[kind], signs.of(kind) * (end - start))]
        reached = end
    if not fragments:
        return [("", " " * min(int(lane.start / size), room - 1)), ("bold", signs.instant)]
    return fragments


def _cut_off(bar: list[Fragment], room: int) -> list[Fragment]:
    """Say behind a bar that its call never ended; where there is no room behind it, in the gap before it."""
    said = " cut off"
    over = _length(bar) + len(said) - room
    style, last = bar[-1]
    if over < len(last):
        return [*bar[:-1], (style, last[: len(last) - max(over, 0)]), ("bold", said)]
    before = len(bar[0][1]) if not bar[0][1].strip() else 0
    if before > len(said):
        return [("", " " * (before - len(said))), ("bold", said[1:] + " "), *bar[1:]]
    return [*bar, ("bold", said)]


def _axis(scale: int, room: int, beside: int, signs: Signs) -> list[list[Fragment]]:
    times = ticks(scale, max(2, min(8, room // 9)))
    places = [min(round(time * room / scale), room) for time in times]
    names = [seconds(time) if time else "0" for time in times]
    names = [name.removesuffix(" s") for name in names[:-1]] + [names[-1]]
    line = [" "] * (room + 1)
    text = ""
    for place, name in zip(places, names, strict=True):
        line[min(place, room - 1)] = signs.tick
        left = max(0, min(place, room - len(name)))
        if left >= len(text) + bool(text):
            text = text.ljust(left) + name
    margin = " " * (beside + 2)
    return [[("", margin + "".join(line).rstrip())], [("", f"{margin}{text}")]]


def length(picture: Picture) -> str:
    """Say how long a run took: `3 s`."""
    return seconds(picture.end)
