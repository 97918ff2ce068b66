"""A page in Markdown, on the terminal."""

from __future__ import annotations

import sys

import click

from . import console


def show(text: str) -> None:
    """Show a page as it is where it is piped or cannot be laid out, and laid out on a terminal."""
    if not console.drawn(sys.stdout):
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=console.width(), no_color=not console.color(sys.stdout)).print(Markdown(text, hyperlinks=False))
