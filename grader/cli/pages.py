"""A page in Markdown, on the terminal."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

import grader

from . import console

PAGES = Path(grader.__file__).parent / "diagnosis" / "rules"
"""A page for each code of a diagnostic: `sequential-awaits.md`."""

LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
"""A link in Markdown: its words, and where it leads."""


def show(text: str) -> None:
    """Show a page as it is where it is piped or cannot be laid out, and laid out on a terminal.

    There its links stand below it, in lines of their own: one that is broken in the middle cannot be followed.
    """
    if not console.drawn(sys.stdout):
        click.echo(console.signed(text, sys.stdout), nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    laid_out = Markdown(LINK.sub(r"\1", text), hyperlinks=False)
    Console(width=console.width(), no_color=not console.color(sys.stdout)).print(laid_out)
    for _, address in LINK.findall(text):
        click.echo(address)
