"""Story -> a terminal, for who works through a course: it is to fit on one screen, and the page beside it has the rest.

Of what failed: the cause with its line, how it shows, the question. A timeline is drawn where it shows what no words
do: not where an error ended the run at once, where both runs look the same, or where there is too much of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from grader.model import Report

from . import pieces, screen, terminal
from .audience import for_student
from .lanes import Pair
from .screen import Screen, Versions
from .sheet import INDENT, Sheet
from .story import story
from .told import Check, Compared, Kind, Story
from .visible import shorten

LINES = 3
"""Lines that are shown of what was expected, and of what happened, where there are more than one further."""

LANES = 5
"""Lanes of a run that is drawn, at most."""

FAILED = 3
"""Failed checks that are named."""

NOTES = 2
"""Notes that are shown."""

BY_THE_WAY = "By the way: "

STUB = "unfinished-stub"
"""Code of a program that was not begun: how that shows says nothing to who has written nothing."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write the verdict; where a check failed, the root cause, how it shows, and how many checks passed."""
    sheet = Sheet(width, color=color, unicode=unicode)
    told = story(report)
    reduced = _reduced(told, _drawn(told))
    for part in PARTS:
        part(reduced, sheet)
    return sheet.text()


def fitted(report: Report, *, width: int, height: int, color: bool = False, unicode: bool = True) -> Screen:
    """Write as much of it as a screen of so many columns and lines has room for; without a timeline, if need be."""
    told, sheet = story(for_student(report)), partial(Sheet, width, color=color, unicode=unicode)
    drawn = _drawn(told)
    shown = screen.fitted(_reduced(told, drawn), PARTS, MATTERS, height, sheet)
    if drawn is None or _timeline in shown.parts:
        return shown
    return replace(screen.fitted(_reduced(told, None), PARTS, MATTERS, height, sheet), left_out=True)


def _head(told: Story, sheet: Sheet) -> None:
    """Write which exercise it is, and the verdict; of what has passed no more is said."""
    terminal.head(replace(told, remarks=()) if told.kind == "passed" else told, sheet)


def _drawn(told: Story) -> Pair | None:
    """Return the timeline, where it shows what the words do not."""
    drawn = told.timeline
    broken_off = told.compared is not None and any(" raised " in line for line in told.compared.actual)
    if drawn is None or drawn.alike or broken_off or told.cause is None:
        return None
    pictures = [drawn.actual, *([drawn.expected] if drawn.expected is not None else [])]
    most = max(len(picture.lanes) for picture in pictures)
    return drawn if len(drawn.actual.lanes) > 1 and most <= LANES else None


def _reduced(told: Story, drawn: Pair | None) -> Story:
    """Leave out what says nothing here, or the same once more, where such a timeline is drawn or none."""
    if told.cause is not None and told.cause.code == STUB:
        return replace(told, check="", setting="", compared=None, timeline=None)
    compared = told.compared
    if compared is not None:
        compared = None if drawn is not None and _only_times(compared) else _few(compared)
    return replace(
        told,
        cause=replace(told.cause, notes=told.cause.notes[:NOTES]) if told.cause is not None else None,
        compared=compared,
        timeline=drawn,
    )


def _first_difference(told: Story, sheet: Sheet) -> None:
    """Write which check the root cause failed, and of how it shows the first line that differs."""
    compared = told.compared
    if compared is not None:
        place = compared.differs or 0
        expected, actual = (lines[place : place + 1] or lines[-1:] for lines in (compared.expected, compared.actual))
        compared = Compared(expected=expected, actual=actual)
    terminal.evidence(replace(told, compared=compared), sheet)


def _difference_alone(told: Story, sheet: Sheet) -> None:
    """Write the same, and not whose names and times are in it."""
    _first_difference(replace(told, setting=""), sheet)


def _timeline(told: Story, sheet: Sheet) -> None:
    """Draw the run, close to the one that was expected."""
    if told.timeline is not None:
        pieces.timeline(told.timeline, told.unit, sheet, close=True)


def _advice(told: Story, sheet: Sheet) -> None:
    """Write what leads on, with the commands of the course folder."""
    if told.cause is None:
        return
    number = told.slug.partition("_")[0]
    explain = f", `grade explain {told.cause.code}`" if told.cause.code else ""
    begin = f"`grade next {number}` shows the task, `grade hint {number}` leads on"
    pieces.advice(told.cause, sheet, begin if told.cause.code == STUB else f"`grade hint {number}`{explain}")


def _without_notes(told: Story, sheet: Sheet) -> None:
    """Write what leads on, without the facts."""
    if told.cause is not None:
        _advice(replace(told, cause=replace(told.cause, notes=())), sheet)


def _only_times(compared: Compared) -> bool:
    """Whether all that is compared is when calls began and ended, which a timeline shows."""
    return all(" from t=" in line for line in (*compared.expected, *compared.actual))


def _few(compared: Compared) -> Compared:
    """Return expected and actual from the line before the first one that differs, which stays marked."""
    if max(len(compared.expected), len(compared.actual)) <= LINES + 1:
        return compared
    first = max(0, (compared.differs or 0) - 1)
    return Compared(
        expected=_window(compared.expected, first),
        actual=_window(compared.actual, first),
        differs=None if compared.differs is None else compared.differs - first + bool(first),
    )


def _window(lines: tuple[str, ...], first: int) -> tuple[str, ...]:
    """Return a few lines, with a sign for those that are left out."""
    shown = lines[first : first + LINES]
    before, after = ("…",) if first else (), ("…",) if len(lines) > first + LINES else ()
    return (*before, *(shown or lines[-1:]), *after)


def _checks(told: Story, sheet: Sheet) -> None:
    """Write how many checks passed, and name those that failed beside the one above."""
    _counts(told, sheet)
    beside = [check for check in told.checks if check.kind in ("failed", "error") and check.title != told.check]
    for check in beside[:FAILED]:
        sheet.row(_row(check, sheet), indent=INDENT)
    if len(beside) > FAILED:
        sheet.say(f"… and {len(beside) - FAILED} more", indent=INDENT)


def _counts(told: Story, sheet: Sheet) -> None:
    """Write how many checks passed, where one did not."""
    if told.cause is None:
        return
    counts = {kind: sum(check.kind == kind for check in told.checks) for kind in terminal.SIGNS}
    said = [f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind]]
    sheet.gap()
    sheet.say(", ".join(said), first="Checks: ", hang=0)


_COUNTED: dict[Kind, str] = {
    "passed": "passed",
    "failed": "failed",
    "error": "without an answer",
    "skipped": "not checked yet",
}
"""What became of a check -> words behind a number."""


def _row(check: Check, sheet: Sheet) -> list[tuple[str, str]]:
    sign, ascii_sign, style = terminal.SIGNS[check.kind]
    first = f"{sign if sheet.unicode else ascii_sign} "
    return [(style, first + shorten(check.title, sheet.width - INDENT - len(first)))]


def _footnotes(told: Story, sheet: Sheet) -> None:
    """Write what is to be said by the way."""
    for footnote in told.footnotes:
        sheet.say(footnote, first=BY_THE_WAY, hang=0)


def _footnotes_begun(told: Story, sheet: Sheet) -> None:
    """Write the same in a line each, as much of it as the line holds."""
    for footnote in told.footnotes:
        sheet.say(BY_THE_WAY + shorten(footnote, sheet.width - len(BY_THE_WAY)))


PARTS = (_head, terminal.cause, terminal.evidence, _timeline, _advice, terminal.further, _checks, _footnotes)
"""What is written, in order; each may be empty."""

MATTERS: Sequence[Versions] = (
    (_head,),
    (terminal.cause, screen.headline),
    (terminal.evidence, _first_difference, _difference_alone, screen.failed),
    (_advice, _without_notes, screen.question),
    (_checks, _counts),
    (_timeline,),
    (_footnotes, _footnotes_begun),
    (terminal.further,),
)
"""The same by how much they matter, each with what can stand for it where there is less room."""
