"""Lines of output are put in order with keys, on a terminal; where that cannot be, they are not."""

from __future__ import annotations

import queue
import sys
from collections.abc import Sequence

from grader.course.draft import Draft, begun, pressed, settled
from grader.course.prediction import Line
from grader.model import seconds
from grader.report.visible import shorten, visible

from . import console

HELP = ("↑ ↓ choose   Space carries the line along", "← → its second, or type it   Enter done   t type all of it")

BESIDE = 4
"""Lines of the screen that stand around those that are put in order."""

UP, REST_OF_LINE, REST_OF_SCREEN = "\x1b[{}F", "\x1b[K", "\x1b[J"
"""What a terminal does on these: so many lines up; clear to the line's end, and the screen's."""

TYPE = "t"
"""The key of who would rather type the whole answer."""

WAKE = 0.2
"""Seconds between two looks for Ctrl-C: a queue that waits is not woken by it on every platform."""


def is_possible(lines: int) -> bool:
    """Tell whether so many lines can be put in order with keys: they are seen at once, and there are keys."""
    from grader.watch.keys import are_to_be_had

    height = console.height(sys.stdout)
    return height is not None and lines + BESIDE <= height and console.drawn(sys.stdout) and are_to_be_had()


def arrange(texts: Sequence[str]) -> tuple[Line, ...] | None:
    """Let texts be put in order, and given their seconds; None where the answer is to be typed."""
    from grader.watch.keys import keys

    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    draft = begun(texts)
    with keys(told.put):
        _show(draft)
        while (key := _next(told)) not in ("\n", TYPE):
            draft = pressed(draft, key)
            _show(draft, again=True)
    return settled(draft).lines if key == "\n" else None


def _next(told: queue.SimpleQueue[str]) -> str:
    while True:
        try:
            return told.get(timeout=WAKE)
        except queue.Empty:
            continue


def _show(draft: Draft, *, again: bool = False) -> None:
    """Draw the lines, over those that stand there."""
    lines = rows(draft, console.width())
    start = UP.format(len(lines)) if again else ""
    console.echo(start + "".join(f"{line}{REST_OF_LINE}\n" for line in lines) + REST_OF_SCREEN, nl=False)


def rows(draft: Draft, width: int) -> list[str]:
    """Return what is drawn: a row for each line, with its second, and what the keys do."""
    found = []
    for number, (time, text) in enumerate(draft.lines):
        chosen = number == draft.place
        sign = " " if not chosen else "↕" if draft.is_carried else ">"
        when = f"{draft.typed}_ s" if chosen and draft.typed else seconds(time)
        found.append(f"{sign} {when:>9}  {shorten(visible(text), width - 14)}".rstrip())
    return [*found, "", *(line[: width - 1] for line in HELP)]
