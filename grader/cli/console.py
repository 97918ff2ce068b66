"""What the terminal can show, and where words go that are not the report."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click

FORMATS = ("terminal", "plain", "concise", "html", "json")
"""What `--format` can be."""

FOR_PEOPLE = ("terminal", "plain", "brief", "concise")
"""Formats after which a line of ours on standard output does no harm; the others own it."""

MAX_WIDTH = 100
"""Columns; longer lines are hard to read."""

_SIGNS = "─█▒│✓✗“”’…·"


def width() -> int:
    """Return how many columns a report may take."""
    return min(shutil.get_terminal_size().columns, MAX_WIDTH)


def color(stream: TextIO) -> bool:
    """Tell whether to colour: on a terminal, unless NO_COLOR is set (https://no-color.org) or it is a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def unicode(stream: TextIO) -> bool:
    """Tell whether a stream can carry the signs that timelines are drawn with."""
    try:
        _SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def wrap(words: str, first: str = "", hang: int = 0) -> str:
    """Wrap each line to the width; what stands between backticks is not torn, nor is a path.

    `first` stands before the first line, which begins at column `hang`, like the later ones.
    """
    whole = re.sub(r"`[^`\n]+`", lambda code: code[0].replace(" ", "\xa0"), words)
    wrapped = [
        textwrap.fill(
            line,
            width(),
            initial_indent=" " * hang if number else f"{first:{hang}}",
            subsequent_indent=" " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(whole.split("\n"))
    ]
    return "\n".join(wrapped).replace("\xa0", " ")


def say(words: str, *, first: str = "", hang: int = 0, err: bool = False) -> None:
    """Print paragraphs, if there are any, wrapped to the width, in the signs that there are."""
    if words:
        from grader.report.visible import ascii_only

        plain = words if unicode(sys.stderr if err else sys.stdout) else ascii_only(words)
        click.echo(wrap(plain, first, hang), err=err)


def note(words: str) -> None:
    """Say something that is not the report, on standard error."""
    click.echo(words, err=True)


def progress(done: int, of: int, what: str) -> None:
    """Say on standard error how much has been done, where a person is looking; take it back when all has."""
    if sys.stderr.isatty():
        words = f"{done} of {of} {what}"
        click.echo(f"\r{words if done < of else ' ' * len(words)}\r", err=True, nl=False)


@contextmanager
def working(words: str) -> Iterator[None]:
    """Say at once on standard error that work is under way, where a person is looking; take it back afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    click.echo(words, err=True, nl=False)
    try:
        yield
    finally:
        click.echo(f"\r{' ' * len(words)}\r", err=True, nl=False)
