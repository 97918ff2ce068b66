"""Story -> a few lines for a terminal: the verdict, and where one failed, the root cause and its check."""

from __future__ import annotations

from grader.model import Report

from . import pieces
from .sheet import Sheet
from .story import story
from .terminal import VERDICT


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write what matters first of a report."""
    sheet = Sheet(width, color=color, unicode=unicode)
    told = story(report)
    sheet.say(told.title, "bold")
    sheet.say(f"{told.verdict}: {told.score}", VERDICT[told.kind])
    if told.cause is not None:
        sheet.gap()
        pieces.cause(told.cause, sheet)
    if told.check:
        sheet.gap()
        sheet.say(told.check, first="Check: ", hang=0)
    for footnote in told.footnotes:
        sheet.say(footnote, first="By the way: ", hang=0)
    return sheet.text()
