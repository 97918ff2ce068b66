"""A page in Markdown, on the terminal."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import grader

from . import console

PAGES = Path(grader.__file__).parent / "diagnosis" / "rules"
"""A page for each code of a diagnostic: `sequential-awaits.md`."""

LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
"""A link in Markdown: its words, and where it leads."""


PARAGRAPH = re.compile(r"^(?![|#]).+(?:\n(?![-|#]).+)*", re.MULTILINE)
"""A paragraph or an item of a list, with the lines that go on with it."""

BLANK = r"(?:\x1b\[[\d;]*m| )*"
"""A line in which nothing is to be seen, perhaps in colour."""

HOW_TO_RUN = re.compile(r"^Try it with .*?\n\n", re.MULTILINE | re.DOTALL)
"""What a task says of how its file is run and graded from within its own folder."""


def show(text: str, below: str = "") -> None:
    """Show a page and what stands below it: as it is where it is piped or heard, else laid out or filled anew.

    On a terminal the page's links stand below it, in lines of their own: one that is broken in the middle cannot be
    followed. What is longer than the terminal goes through a pager.
    """
    if not console.drawn(sys.stdout):
        text = filled(text) if sys.stdout.isatty() and not console.heard() else text
        console.page(console.signed(text + below, sys.stdout))
        return
    links = "".join(f"{address}\n" for _, address in LINK.findall(text))
    console.page(laid_out(text, color=console.color(sys.stdout)) + links + below)


def filled(text: str) -> str:
    """Return a page whose paragraphs and items are as wide as the terminal; headings, tables and code stay."""
    pieces = re.split(r"(^```.*?^```\n)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(piece if piece.startswith("```") else PARAGRAPH.sub(_filled, piece) for piece in pieces)


def _filled(paragraph: re.Match[str]) -> str:
    mark = "- " if paragraph[0].startswith("- ") else ""
    return console.wrap(" ".join(paragraph[0].removeprefix(mark).split()), first=mark, hang=len(mark))


def laid_out(text: str, *, color: bool = False, width: int | None = None) -> str:
    """Return a page as it is drawn on a terminal, without its addresses."""
    from rich.console import Console
    from rich.markdown import Markdown

    drawn = Console(file=io.StringIO(), width=width or console.width(), force_terminal=color, legacy_windows=False)
    with drawn.capture() as captured:
        drawn.print(Markdown(LINK.sub(r"\1", text), hyperlinks=False))
    lines = "\n".join(line.rstrip() for line in captured.get().strip("\n").split("\n"))
    return re.sub(rf"\n(?:{BLANK}\n){{2,}}", "\n\n", lines) + "\n"


def task(readme: str) -> str:
    """Return what an exercise asks, of its page: the task, and what is printed."""
    return HOW_TO_RUN.sub("", "".join(readme.partition("## The task\n")[1:]))
