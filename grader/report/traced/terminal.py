"""Story -> text for a terminal, and the same without colour."""

from __future__ import annotations

from grader.model import Tracing

from .. import pieces
from ..sheet import INDENT, Sheet
from .story import Told, story

VERDICT = {"passed": "bold green", "failed": "bold red"}
"""What became of the program -> style."""


def render(traced: Tracing, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write what is said of a program for a terminal of `width` columns."""
    sheet = Sheet(width, color=color, unicode=unicode)
    told = story(traced)
    sheet.say(told.title, "bold")
    sheet.say(told.verdict, VERDICT[told.kind])
    for remark in told.remarks:
        sheet.say(remark)
    if told.cause is not None:
        sheet.gap()
        pieces.cause(told.cause, sheet)
    if told.timeline is not None:
        pieces.timeline(told.timeline, told.unit, sheet)
    _output(told, sheet)
    if told.cause is not None:
        pieces.advice(told.cause, sheet)
    if told.further:
        pieces.further(told.further, told.unopened, sheet)
    if told.not_simulated:
        sheet.gap()
        sheet.say("Could not be simulated", "bold")
        for words in told.not_simulated:
            sheet.say(words, indent=INDENT)
    sheet.gap()
    sheet.say(told.place)
    return sheet.text()


def _output(told: Told, sheet: Sheet) -> None:
    sheet.gap()
    sheet.say("Output", "bold")
    column = max((len(line.time) for line in told.output), default=0)
    for line in told.output:
        sheet.say(
            line.text, "yellow" if line.is_error else "", indent=INDENT, first=f"{line.time:>{column}}  ", again=2
        )
    if told.output_left_out:
        sheet.say(f"… {told.output_left_out:,} more lines left out", indent=INDENT)
    if not told.output:
        sheet.say("nothing was written", indent=INDENT)
