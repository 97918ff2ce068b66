"""Story -> a terminal, for who works through a course: what passed in two lines, what failed without small print."""

from __future__ import annotations

from grader.model import Report

from . import terminal
from .sheet import INDENT, Sheet
from .story import story
from .told import Story
from .visible import shorten


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write the verdict; where a check failed, the root cause with its timeline, and the checks in a line each."""
    sheet = Sheet(width, color=color, unicode=unicode)
    told = story(report)
    sheet.say(told.title, "bold")
    sheet.say(f"{told.verdict}: {told.score}", terminal.VERDICT[told.kind])
    if told.cause is not None:
        for part in terminal.WHY:
            part(told, sheet)
        sheet.gap()
        _checks(told, sheet)
    for footnote in told.footnotes:
        sheet.say(footnote, first="By the way: ", hang=0)
    return sheet.text()


def _checks(told: Story, sheet: Sheet) -> None:
    """Write a line for each check that passed, what failed in full, and how many wait for these."""
    sheet.say("Checks", "bold")
    points = max((len(check.score) for check in told.checks), default=0)
    for check in told.checks:
        first, style = terminal.mark(check.kind, f"{check.score:>{points}}", sheet)
        if check.kind == "passed":
            sheet.row([(style, first + shorten(check.title, sheet.width - INDENT - len(first)))], indent=INDENT)
        elif check.kind != "skipped":
            sheet.say(check.title, style, indent=INDENT, first=first)
    if later := sum(check.kind == "skipped" for check in told.checks):
        first, _ = terminal.mark("skipped", " " * points, sheet)
        one = sum(check.kind == "failed" for check in told.checks) == 1
        sheet.say(
            f"{later} more, not checked before {'that one passes' if one else 'those pass'}", indent=INDENT, first=first
        )
