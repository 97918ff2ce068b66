"""What the terminal can show, and where words go that are not the report."""

from __future__ import annotations

import codecs
import io
import os
import re
import shutil
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

FORMATS = ("terminal", "plain", "spoken", "concise", "html", "json")
"""What `--format` can be."""

FOR_PEOPLE = ("terminal", "plain", "spoken", "brief", "concise")
"""Formats after which a line of ours on standard output does no harm; the others own it."""

PLAIN = "ASYNCGRADE_PLAIN"
"""Variable of the environment that stands for `--plain`: who needs it needs it always."""

PAGER = "FRXPsSpace goes on, q ends$"
"""Options of `less` where it has none of its own: colours are let through, the text stays, the prompt is in words."""

MAX_WIDTH = 100
"""Columns; longer lines are hard to read."""

_OTHERWISE = "asyncgrade"
"""Name of what is done with signs that a stream has not."""

PATIENCE, LONG = 2, 8
"""Seconds after which it is said for how long something has been under way, and the way out."""

_SIGNS = "─█▒│✓✗“”’…·"


def default_format(output: Path | None, plain: bool) -> str:
    """Return the format of a report where none was asked for."""
    if plain:
        return "spoken"
    return "terminal" if output is None and sys.stdout.isatty() else "plain"


def width() -> int:
    """Return how many columns a report may take."""
    return min(shutil.get_terminal_size().columns, MAX_WIDTH)


def height(stream: TextIO) -> int | None:
    """Return how many lines stand on a terminal at once; None where nothing scrolls out of sight."""
    return shutil.get_terminal_size().lines if stream.isatty() and not _dumb() else None


def color(stream: TextIO) -> bool:
    """Tell whether to colour: on a terminal, unless NO_COLOR is set (https://no-color.org) or it is a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and not _dumb()


def drawn(stream: TextIO) -> bool:
    """Tell whether lines and rules may be drawn: where a terminal shows them, and nobody hears them."""
    return stream.isatty() and unicode(stream) and not _dumb() and not heard()


def heard() -> bool:
    """Tell whether what is written is to be heard, by what the environment says."""
    return bool(os.environ.get(PLAIN))


def _dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


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


def echo(text: object = "", *, nl: bool = True, err: bool = False) -> None:
    """Print a text as it is, in the signs that the stream has: for one in ASCII, click by itself would write UTF-8."""
    click.echo(text, nl=nl, file=sys.stderr if err else sys.stdout)


def say(words: str, *, first: str = "", hang: int = 0, err: bool = False) -> None:
    """Print paragraphs, if there are any, wrapped to the width, in the signs that there are."""
    if words:
        echo(wrap(signed(words, sys.stderr if err else sys.stdout), first, hang), err=err)


def signed(words: str, stream: TextIO) -> str:
    """Return words in the signs that a stream has, so that they can be wrapped as they will be written."""
    if words.isascii() or unicode(stream):
        return words
    from grader.report.visible import ascii_only

    return ascii_only(words)


def be_modest(*streams: TextIO) -> None:
    """Let streams write other signs for those that they have not: a code page has no `…`, and words must not fail."""
    codecs.register_error(_OTHERWISE, _otherwise)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_OTHERWISE)


def _otherwise(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from grader.report.visible import ascii_only

    return ascii_only(error.object[error.start : error.end]), error.end


def page(text: str) -> None:
    """Print a text; on a terminal that has not room for it through a pager, as git does, which says how it is left."""
    lines = height(sys.stdout)
    if lines is None or heard() or text.count("\n") < lines:
        echo(text, nl=False)
        return
    os.environ.setdefault("LESS", PAGER)
    click.echo_via_pager(text.removesuffix("\n"))


def note(words: str) -> None:
    """Say something that is not the report, on standard error: on a terminal no word is broken at its edge."""
    words = signed(words, sys.stderr)
    echo(wrap(words) if sys.stderr.isatty() else words, err=True)


def progress(done: int, of: int, what: str) -> None:
    """Say on standard error how much has been done, where a person is looking; take it back when all has."""
    if drawn(sys.stderr):
        words = f"{done} of {of} {what}"
        echo(f"\r{words if done < of else ' ' * len(words)}\r", err=True, nl=False)


@contextmanager
def working(words: str, way_out: str = "", *, steady: bool = False) -> Iterator[None]:
    """Say at once on standard error that work is under way, where a person is looking; take it back afterwards.

    After a while it is said for how long, and then also the way out. What is taken back is heard all the same, or
    spoils a dumb terminal: where it is to be `steady`, it stays as a line, and one more comes with the way out.
    """
    if not sys.stderr.isatty():
        yield
        return
    steady = steady or _dumb()
    words = signed(words, sys.stderr)
    echo(words, err=True, nl=steady)
    over = threading.Event()
    watch = threading.Thread(target=_steadily if steady else _count, args=(words, way_out, over), daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()


def _steadily(words: str, way_out: str, over: threading.Event) -> None:
    """Say once that something takes long."""
    if not over.wait(LONG):
        echo(f"{words} {LONG} s{way_out}", err=True)


def _count(words: str, way_out: str, over: threading.Event) -> None:
    """Say every second for how long something has been under way, until it is over; take it back then."""
    said, seconds = words, 0
    while not over.wait(1):
        seconds += 1
        if seconds >= PATIENCE:
            said = f"{words} {seconds} s{way_out if seconds >= LONG else ''}"
            echo(f"\r{said}", err=True, nl=False)
    echo(f"\r{' ' * len(said)}\r", err=True, nl=False)
