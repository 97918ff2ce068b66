"""What a report and the trace of a program have in common on a terminal: causes, and the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from grader.model import seconds

from . import chart
from .captions import NAMES
from .excerpt import fit
from .lanes import Pair, Picture
from .sheet import INDENT, Sheet
from .told import Cause

LABEL = 22
"""Columns that the names of calls may take, however narrow the terminal: cut shorter, they are all the same."""

BAR = 18
"""Columns that are left to the bars then."""


def cause(cause: Cause, sheet: Sheet) -> None:
    """Write what is wrong, and where."""
    code = f" [{cause.code}]" if cause.code else ""
    sheet.say(cause.headline + code, "bold")
    _excerpt(cause, sheet)


def _excerpt(cause: Cause, sheet: Sheet) -> None:
    if cause.line is None:
        return
    gutter = len(str(cause.excerpt[-1].number if cause.excerpt else cause.line))
    sheet.row([("blue", " " * gutter + "--> "), ("", f"{cause.file}, line {cause.line}")], indent=INDENT)
    bar = " │ " if sheet.unicode else " | "
    for line in cause.excerpt:
        shown = fit(line, sheet.width - gutter - len(bar) - INDENT, sheet.plain("…"))
        sheet.row([("blue", f"{line.number:>{gutter}}{bar}"), ("", shown.text)], indent=INDENT)
        if line.number == cause.line:
            length = max(1, cell_len(shown.text[shown.start : shown.end]))
            margin = INDENT + gutter + len(bar)
            under = " " * cell_len(shown.text[: shown.start]) + "^" * length
            if not cause.label or margin + len(under) + 1 + len(cause.label) <= sheet.width:
                said = [("blue", " " * gutter + bar), ("bold red", f"{under} {cause.label}".rstrip())]
                sheet.row(said, indent=INDENT)
            else:
                sheet.row([("blue", " " * gutter + bar), ("bold red", under)], indent=INDENT)
                sheet.say(cause.label, "bold red", indent=INDENT, first=" " * gutter + bar, hang=0)


def timeline(timeline: Pair, unit: str, sheet: Sheet, *, close: bool = False) -> None:
    """Draw a run, and the one that was expected: `close` together, with one axis for both."""
    signs = chart.UNICODE if sheet.unicode else chart.ASCII
    pictures = [timeline.actual] + ([timeline.expected] if timeline.expected is not None else [])
    width = sheet.width - INDENT
    beside = min(max(map(chart.labels, pictures)), max(width * 2 // 5, min(LABEL, width - BAR)))
    sheet.gap()
    sheet.say(f"Timeline of `{timeline.target}`, in {unit}", "bold")
    for row in chart.legend(signs, width):
        sheet.row(row, indent=INDENT)
    for number, (name, picture) in enumerate(zip(timeline.names, pictures, strict=False), 1):
        if not close:
            sheet.gap()
        sheet.say(_ended(name, picture, timeline), indent=INDENT)
        axis = not close or number == len(pictures)
        for row in chart.draw(picture, timeline.scale, width, beside, signs, axis=axis):
            sheet.row(row, indent=INDENT)
        if picture.left_out:
            sheet.say(f"… {picture.left_out:,} more calls left out", indent=INDENT)
    for words in filter(None, (timeline.ending, timeline.alike)):
        sheet.gap()
        sheet.say(words, indent=INDENT)
    if timeline.named:
        sheet.gap()
    for words in timeline.named:
        sheet.say(words, indent=INDENT)
    if timeline.parting and (not close or timeline.names == NAMES["usual"]):
        sheet.gap()
        sheet.say(timeline.parting, indent=INDENT)


def _ended(name: str, picture: Picture, timeline: Pair) -> str:
    if timeline.expected is None:
        return f"{chart.length(picture)} in all"
    if name == timeline.names[0] and timeline.cut:
        return f"{name}: {chart.length(picture)} in all, shown up to {seconds(timeline.scale)}"
    return f"{name}: {chart.length(picture)} in all"


def advice(cause: Cause, sheet: Sheet, more: str = "") -> None:
    """Write what leads on; `more` names commands that do, in place of the one that shows another example."""
    more = more or (f"`grade explain {cause.code}` shows another example." if cause.code else "")
    if cause.notes or cause.hint or more:
        sheet.gap()
    for note in cause.notes:
        sheet.say(note, first="Note: ", hang=10)
    if cause.hint:
        sheet.say(cause.hint, first="Question: ", hang=10)
    if more:
        sheet.say(more, first="More: ", hang=10)


def further(causes: Sequence[Cause], unopened: int, sheet: Sheet) -> None:
    """Write what was found beside the root cause."""
    sheet.gap()
    sheet.say("Also found", "bold")
    for cause in causes:
        where = f" (line {cause.line})" if cause.line is not None else ""
        code = f" [{cause.code}]" if cause.code else ""
        sheet.say(f"{cause.headline}{where}{code}", indent=INDENT)
        if cause.hint:
            sheet.say(cause.hint, indent=INDENT + 2)
    if unopened:
        sheet.say(f"… and {unopened} more, not opened here", indent=INDENT)
