"""Styled lines, wrapped to a width, become one text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from .chart import Fragment
from .visible import ascii_only

INDENT = 2
"""Columns by which what belongs to a heading is indented."""

_UNIT = re.compile(r"(\d) s\b")
"""A number of seconds, which no line breaks in two: the space within is written thus meanwhile."""

_TIED = "\ue000"

_COMMAND = re.compile(r"`grade [^`]+`")
"""A command to be typed, which no line breaks either where it fits on one."""

MIN_WIDTH = 30
"""Columns below which lines are no longer wrapped narrower."""


class Sheet:
    """Takes styled lines, wraps them to a width, and gives them back as one text."""

    def __init__(self, width: int, *, color: bool, unicode: bool) -> None:
        width = max(width, MIN_WIDTH)
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
        room = max(self.width - margin - again, 10)
        body.plain = _UNIT.sub(rf"\1{_TIED}s", body.plain)
        body.plain = _COMMAND.sub(lambda found: self._whole(found[0], room), body.plain)
        for number, line in enumerate(body.wrap(self._console, room)):
            line.plain = line.plain.replace(_TIED, " ")
            line.rstrip()
            self._line(Text.assemble(lead if number == 0 else " " * (margin + again), line))

    @staticmethod
    def _whole(command: str, room: int) -> str:
        """Tie a command together that has room on one line."""
        return command.replace(" ", _TIED) if len(command) <= room else command

    def row(self, fragments: Iterable[Fragment], *, indent: int = 0) -> None:
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
