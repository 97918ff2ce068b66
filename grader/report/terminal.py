"""Story -> text for a terminal, and the same without colour. Nothing is told by colour alone."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.model import Report, seconds

from . import chart
from .excerpt import fit
from .lanes import Pair, Picture
from .story import Cause, Check, Compared, Kind, Story, story
from .visible import ascii_only

SIGNS: dict[Kind, tuple[str, str, str]] = {
    "passed": ("✓", "+", ""),
    "failed": ("✗", "x", "red"),
    "skipped": ("·", "-", ""),
    "error": ("!", "!", "yellow"),
}
"""What became of a check -> sign, the same in ASCII, and style."""

VERDICT = {"passed": "bold green", "failed": "bold red", "error": "bold yellow"}
"""What became of the submission -> style."""

INDENT = 2
"""Columns by which what belongs to a heading is indented."""

MIN_WIDTH = 30
"""Columns below which lines are no longer wrapped narrower."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report for a terminal of `width` columns."""
    sheet = _Sheet(max(width, MIN_WIDTH), color=color, unicode=unicode)
    _write(story(report), sheet)
    return sheet.text()


class _Sheet:
    """Takes styled lines, wraps them to a width, and gives them back as one text."""

    def __init__(self, width: int, *, color: bool, unicode: bool) -> None:
        self.width = width
        self.unicode = unicode
        self._written = io.StringIO()
        self._console = Console(
            file=self._written,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            legacy_windows=False,
            force_jupyter=False,
            force_interactive=False,
            markup=False,
            highlight=False,
            emoji=False,
        )

    def gap(self) -> None:
        """Leave a line free."""
        self._written.write("\n")

    def say(
        self, words: str, style: str = "", *, indent: int = 0, first: str = "", hang: int = 0, again: int = 0
    ) -> None:
        """Write a paragraph; code between backticks is set off by colour.

        `first` stands before its first line, which begins at column `hang` at least; later ones begin `again` further.
        """
        said = self.plain(first)
        lead = Text(" " * indent + said)
        lead.stylize(style)
        body = Text(self.plain(words), style=style)
        body.highlight_regex(r"`[^`]+`", "cyan")
        margin = indent + max(hang, lead.cell_len - indent)
        lead.append(" " * (margin - lead.cell_len))
        for number, line in enumerate(body.wrap(self._console, max(self.width - margin - again, 10))):
            line.rstrip()
            self._line(Text.assemble(lead if number == 0 else " " * (margin + again), line))

    def row(self, fragments: Iterable[chart.Fragment], *, indent: int = 0) -> None:
        """Write one line as it is, cut at the width."""
        line = Text(" " * indent)
        for style, words in fragments:
            line.append(self.plain(words), style)
        line.rstrip()
        line.truncate(self.width)
        self._line(line)

    def plain(self, words: str) -> str:
        """Return words in the signs that there are."""
        return words if self.unicode else ascii_only(words)

    def text(self) -> str:
        """Return everything."""
        return self._written.getvalue()

    def _line(self, line: Text) -> None:
        self._console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def _write(told: Story, sheet: _Sheet) -> None:
    sheet.say(told.title, "bold")
    sheet.say(f"{told.verdict}: {told.score}", VERDICT[told.kind])
    for remark in told.remarks:
        sheet.say(remark)
    if told.cause is not None:
        sheet.gap()
        _cause(told.cause, sheet)
        _evidence(told, sheet)
        _advice(told.cause, sheet)
    elif told.timeline is not None:
        _timeline(told.timeline, sheet)
    if told.further:
        _further(told, sheet)
    sheet.gap()
    sheet.say("Checks", "bold")
    points = max((len(check.score) for check in told.checks), default=0)
    for check in told.checks:
        _check(check, sheet, points)
    sheet.gap()
    for footnote in told.footnotes:
        sheet.say(footnote, first="By the way: ", hang=0)
    sheet.say(told.place)


def _cause(cause: Cause, sheet: _Sheet) -> None:
    code = f" [{cause.code}]" if cause.code else ""
    sheet.say(cause.headline + code, "bold")
    _excerpt(cause, sheet)


def _excerpt(cause: Cause, sheet: _Sheet) -> None:
    if cause.line is None:
        return
    gutter = len(str(cause.excerpt[-1].number if cause.excerpt else cause.line))
    sheet.row([("blue", " " * gutter + "--> "), ("", f"{cause.file}, line {cause.line}")], indent=INDENT)
    bar = " │ " if sheet.unicode else " | "
    for line in cause.excerpt:
        shown = fit(line, sheet.width - gutter - len(bar) - INDENT)
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


def _evidence(told: Story, sheet: _Sheet) -> None:
    if told.check:
        sheet.gap()
        sheet.say(told.check, first="Check: ", hang=0)
    if told.setting:
        sheet.say(told.setting, "dim")
    if told.compared is not None:
        _compared(told.compared, sheet, INDENT)
    if told.timeline is not None:
        _timeline(told.timeline, sheet)


def _compared(compared: Compared, sheet: _Sheet, indent: int) -> None:
    for name, style, lines in (
        ("expected", "green", compared.expected),
        ("actual", "red", compared.actual),
    ):
        for number, line in enumerate(lines):
            first = f"{'' if number else name:<10}"
            if number and number == compared.differs:
                first = f"{'>':>9} "
            sheet.say(line, style, indent=indent, first=first, again=2)


def _timeline(timeline: Pair, sheet: _Sheet) -> None:
    signs = chart.UNICODE if sheet.unicode else chart.ASCII
    pictures = [timeline.actual] + ([timeline.expected] if timeline.expected is not None else [])
    width = sheet.width - INDENT
    beside = min(max(map(chart.labels, pictures)), width * 2 // 5)
    sheet.gap()
    sheet.say(f"Timeline of `{timeline.target}`, in virtual seconds", "bold")
    for row in chart.legend(signs, width):
        sheet.row(row, indent=INDENT)
    for name, picture in zip(timeline.names, pictures, strict=False):
        sheet.gap()
        sheet.say(_ended(name, picture, timeline), indent=INDENT)
        for row in chart.draw(picture, timeline.scale, width, beside, signs):
            sheet.row(row, indent=INDENT)
        if picture.left_out:
            sheet.say(f"… {picture.left_out:,} more calls left out", indent=INDENT)
    if timeline.parted is not None:
        sheet.gap()
        sheet.say(f"The two runs part at {seconds(timeline.parted)}.", indent=INDENT)


def _ended(name: str, picture: Picture, timeline: Pair) -> str:
    if timeline.expected is None:
        return f"{chart.length(picture)} in all"
    if name == timeline.names[0] and timeline.cut:
        return f"{name}: {chart.length(picture)} in all, shown up to {seconds(timeline.scale)}"
    return f"{name}: {chart.length(picture)} in all"


def _advice(cause: Cause, sheet: _Sheet) -> None:
    if cause.notes or cause.hint or cause.code:
        sheet.gap()
    for note in cause.notes:
        sheet.say(note, first="Note: ", hang=10)
    if cause.hint:
        sheet.say(cause.hint, first="Question: ", hang=10)
    if cause.code:
        sheet.say(f"`grade explain {cause.code}` shows another example.", first="More: ", hang=10)


def _further(told: Story, sheet: _Sheet) -> None:
    sheet.gap()
    sheet.say("Also found", "bold")
    for cause in told.further:
        where = f" (line {cause.line})" if cause.line is not None else ""
        code = f" [{cause.code}]" if cause.code else ""
        sheet.say(f"{cause.headline}{where}{code}", indent=INDENT)
        if cause.hint:
            sheet.say(cause.hint, indent=INDENT + 2)
    if told.unopened:
        sheet.say(f"… and {told.unopened} more, not opened here", indent=INDENT)


def _check(check: Check, sheet: _Sheet, points: int) -> None:
    sign, ascii_sign, style = SIGNS[check.kind]
    first = f"{sign if sheet.unicode else ascii_sign} {check.score:>{points}}  "
    sheet.say(check.title, style, indent=INDENT, first=first)
    below = INDENT + len(first)
    if check.words:
        sheet.say(check.words, indent=below)
    if check.compared is not None:
        _compared(check.compared, sheet, min(below, sheet.width // 4))
