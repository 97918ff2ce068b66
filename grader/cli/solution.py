"""`grade solution [EXERCISE]`: one right program, for who has passed."""

from __future__ import annotations

import re
import sys
from itertools import accumulate, groupby
from pathlib import Path
from textwrap import wrap

import click

from grader.errors import NotFoundError, UsageError

from . import completion, console
from .verb import course_folder, meant, number, verb


@verb("""
grade solution              of the exercise in this folder, or graded last
grade solution 13           of exercise 13
grade solution 13 --anyway  before it is passed
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
@click.option("--anyway", is_flag=True, help="Show it before the exercise is passed; `grade list` will say so.")
def command(exercise: str | None, anyway: bool) -> int:
    """Show a solution of an exercise that is passed. There are other right ones.

    Without EXERCISE it is that of the exercise in this folder, or else of the one that was graded last.
    """
    from grader.course import progress
    from grader.exercise import solution_folder

    workspace = course_folder()
    known = progress.read(workspace)
    slug = meant(workspace, exercise) or known.last
    if slug not in workspace.course.exercises:
        raise UsageError("of which exercise? Name it: `grade solution 13`")
    if not known.of(slug).passed and not anyway:
        raise UsageError(
            f"{slug} is not passed yet: `grade hint {number(slug)}` leads on. `grade solution {number(slug)} --anyway` "
            "shows the solution all the same, and `grade list` will say that it was seen before passing."
        )
    folder = solution_folder(workspace.source(slug))
    file = folder / workspace.exercise(slug).file if folder else None
    if file is None or not file.is_file():
        raise NotFoundError(f"{slug} has no solution in this course: `grade hint {number(slug)}` leads on")
    _show(file)
    progress.change(workspace, slug, progress.shown_solution)
    return 0


def _show(file: Path) -> None:
    """Show a program as it is where it is piped; on a terminal highlighted, with no line longer than that is wide."""
    source = file.read_text("utf-8")
    if not console.drawn(sys.stdout):
        console.echo(console.signed(source, sys.stdout), nl=False)
        return
    if not console.color(sys.stdout):
        console.page(narrowed(source, console.width()))
        return
    from rich.console import Console
    from rich.syntax import Syntax

    terminal = Console()
    with terminal.capture() as drawn:
        highlighted = Syntax("", "python", theme="ansi_dark").highlight(narrowed(source, console.width()))
        terminal.print(highlighted, soft_wrap=True, end="")
    console.page(drawn.get())


def narrowed(source: str, width: int) -> str:
    """Return a program with long lines broken between words, where that changes nothing; comments are filled anew."""
    lines: list[str] = []
    for head, group in groupby(source.splitlines(), key=_comment):
        texts = [*group]
        for text in [" ".join(line.strip(" #") for line in texts)] if head else texts:
            before = head or text[: len(text) - len(text.lstrip())]
            again = head or before + ("" if text.strip().startswith('"') else "    ")
            broken = wrap(
                text.strip(),
                width,
                initial_indent=before,
                subsequent_indent=again,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines += broken if head or _may_be_broken(broken) else [text]
    return "\n".join([*lines, ""])


def _may_be_broken(pieces: list[str]) -> bool:
    """Tell whether a line of code is the same in these pieces: a docstring, or with a bracket open at each end."""
    if len(pieces) < 2:
        return False
    begun = accumulate(pieces[:-1], lambda one, other: f"{one} {other}")
    return pieces[0].strip().startswith('"""') or all(_depth(piece) > 0 for piece in begun)


def _depth(code: str) -> int:
    return sum(code.count(sign) for sign in "([{") - sum(code.count(sign) for sign in ")]}")


def _comment(line: str) -> str:
    """Return what stands before the words of a line that is all comment; empty for another one."""
    found = re.match(r" *# ", line)
    return found[0] if found else ""
