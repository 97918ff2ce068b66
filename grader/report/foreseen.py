"""A prediction beside what happened -> text for a terminal: line by line, and the timeline that says why."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import Timeline, seconds

from . import pieces, spoken
from .lanes import pair
from .sheet import INDENT, Sheet
from .told import VIRTUAL
from .visible import shorten, visible

Line = tuple[int, str]
"""A line of output: when, in nanoseconds, and what."""

Row = tuple[Line | None, Line | None, str]
"""What was predicted, what happened in its place, and how they compare; None where there was none."""

SIGNS = {"right": ("✓", "+", "green"), "other time": ("✗", "x", "red"), "other line": ("✗", "x", "red")}
"""How a line compares -> sign, the same in ASCII, and style."""

_TIME = 8
"""Columns of a time, such as `12.25 s`."""


def render(
    rows: Sequence[Row],
    timeline: Timeline,
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    heard: bool = False,
) -> str:
    """Write what was predicted beside what happened, then the timeline of the run; `heard`: as sentences."""
    right = sum(verdict == "right" for *_, verdict in rows)
    verdict = f"{right} of {len(rows)} lines came as predicted."
    told = pair(timeline)
    if heard:
        said = [verdict, *_differs(rows), "", *map(_sentence, rows), *spoken.timeline(told, VIRTUAL)]
        return spoken.text(said, unicode=unicode)
    sheet = Sheet(width, color=color, unicode=unicode)
    column = (sheet.width - INDENT - 2) // 2
    sheet.row([("bold", "  " + f"{'Predicted':<{column}}" + "Happened")], indent=INDENT)
    for predicted, happened, how in rows:
        sign, ascii_sign, style = SIGNS[how]
        beside = f"{_cell(predicted, column - 1):<{column}}{_cell(happened, column)}".rstrip()
        sheet.row([(style, f"{sign if unicode else ascii_sign} "), ("", beside)], indent=INDENT)
    sheet.gap()
    sheet.say(verdict, "bold")
    for words in _differs(rows):
        sheet.say(words)
    pieces.timeline(told, VIRTUAL, sheet)
    return sheet.text()


def _sentence(row: Row) -> str:
    predicted, happened, how = row
    came = "As predicted" if how == "right" else "Otherwise"
    return f"{came}: {_said(predicted)} was predicted, {_said(happened)} came."


def _said(line: Line | None) -> str:
    return f"{visible(line[1])} at {seconds(line[0])}" if line is not None else "nothing"


def _cell(line: Line | None, room: int) -> str:
    return f"{seconds(line[0]):>{_TIME}}  {shorten(visible(line[1]), room - _TIME - 2)}" if line is not None else ""


def _differs(rows: Sequence[Row]) -> list[str]:
    """Say where the first difference is, and of which kind."""
    for number, (predicted, happened, verdict) in enumerate(rows, 1):
        if verdict == "other time" and predicted is not None and happened is not None:
            came, said = seconds(happened[0]), seconds(predicted[0])
            return [f"Line {number} came at {came}, not at {said}. What did it wait for?"]
        if verdict == "other line" and happened is not None:
            return [f"Line {number} was another one. Who could run at {seconds(happened[0])}?"]
        if verdict == "other line":
            return [f"There was no line {number}."]
    return []
