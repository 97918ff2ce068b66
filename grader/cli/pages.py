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


BLANK = r"(?:\x1b\[[\d;]*m| )*"
"""A line in which nothing is to be seen, perhaps in colour."""

HOW_TO_RUN = re.compile(r"^Try it with .*?\n\n", re.MULTILINE | re.DOTALL)
"""What a task says of how its file is run and graded from within its own folder."""


def show(text: str, below: str = "") -> None:
    """Show a page and what stands below it: as it is where it is piped or cannot be laid out, else laid out.

    On a terminal the page's links stand below it, in lines of their own: one that is broken in the middle cannot be
    followed. What is longer than the terminal goes through a pager.
    """
    if not console.drawn(sys.stdout):
        console.page(console.signed(text + below, sys.stdout))
        return
    links = "".join(f"{address}\n" for _, address in LINK.findall(text))
    console.page(laid_out(text, color=console.color(sys.stdout)) + links + below)


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
