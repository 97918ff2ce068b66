"""Story -> text for a terminal, and the same without colour. Nothing is told by colour alone."""

from __future__ import annotations

from grader.model import Report

from . import pieces
from .sheet import INDENT, Sheet
from .story import story
from .told import Check, Compared, Kind, Story

SIGNS: dict[Kind, tuple[str, str, str]] = {
    "passed": ("✓", "+", ""),
    "failed": ("✗", "x", "red"),
    "skipped": ("·", "-", ""),
    "error": ("!", "!", "yellow"),
}
"""What became of a check -> sign, the same in ASCII, and style."""

VERDICT = {"passed": "bold green", "failed": "bold red", "error": "bold yellow"}
"""What became of the submission -> style."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report for a terminal of `width` columns."""
    sheet = Sheet(width, color=color, unicode=unicode)
    _write(story(report), sheet)
    return sheet.text()


def _write(told: Story, sheet: Sheet) -> None:
    for part in PARTS:
        part(told, sheet)


def head(told: Story, sheet: Sheet) -> None:
    """Write which exercise it is, and the verdict."""
    sheet.say(told.title, "bold")
    sheet.say(f"{told.verdict}: {told.score}", VERDICT[told.kind])
    for remark in told.remarks:
        sheet.say(remark)


def cause(told: Story, sheet: Sheet) -> None:
    """Write the root cause."""
    if told.cause is not None:
        sheet.gap()
        pieces.cause(told.cause, sheet)


def evidence(told: Story, sheet: Sheet) -> None:
    """Write which check it failed, and how."""
    if told.cause is None:
        return
    if told.check:
        sheet.gap()
        sheet.say(told.check, first="Check: ", hang=0)
    if told.setting:
        sheet.say(told.setting, "dim")
    if told.compared is not None:
        _compared(told.compared, sheet, INDENT)


def timeline(told: Story, sheet: Sheet) -> None:
    """Draw the run."""
    if told.timeline is not None:
        pieces.timeline(told.timeline, told.unit, sheet)


def advice(told: Story, sheet: Sheet) -> None:
    """Write what leads on."""
    if told.cause is not None:
        pieces.advice(told.cause, sheet)


def further(told: Story, sheet: Sheet) -> None:
    """Write what else was found."""
    if told.further:
        pieces.further(told.further, told.unopened, sheet)


def checks(told: Story, sheet: Sheet) -> None:
    """Write what became of each check."""
    sheet.gap()
    sheet.say("Checks", "bold")
    points = max((len(check.score) for check in told.checks), default=0)
    for check in told.checks:
        _check(check, sheet, points)


def foot(told: Story, sheet: Sheet) -> None:
    """Write what is to be said by the way."""
    sheet.gap()
    for footnote in told.footnotes:
        sheet.say(footnote, first="By the way: ", hang=0)
    sheet.say(told.place)


WHY = (cause, evidence, timeline, advice, further)
"""What tells why a check failed, in order."""

PARTS = (head, *WHY, checks, foot)
"""What a report is made of, in order; each may be empty, and begins with a free line unless it is the first."""


def _compared(compared: Compared, sheet: Sheet, indent: int) -> None:
    for name, style, lines in (
        ("expected", "green", compared.expected),
        ("actual", "red", compared.actual),
    ):
        for number, line in enumerate(lines):
            first = f"{'' if number else name:<10}"
            if number and number == compared.differs:
                first = f"{'>':>9} "
            sheet.say(line, style, indent=indent, first=first, again=2)


def mark(kind: Kind, score: str, sheet: Sheet) -> tuple[str, str]:
    """Return what stands before a check, and its style."""
    sign, ascii_sign, style = SIGNS[kind]
    return f"{sign if sheet.unicode else ascii_sign} {score}  ", style


def _check(check: Check, sheet: Sheet, points: int) -> None:
    first, style = mark(check.kind, f"{check.score:>{points}}", sheet)
    sheet.say(check.title, style, indent=INDENT, first=first)
    below = INDENT + len(first)
    if check.words:
        sheet.say(check.words, indent=below)
    if check.compared is not None:
        _compared(check.compared, sheet, min(below, sheet.width // 4))
