"""`grade solution [EXERCISE]`: one right program, for who has passed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.errors import NotFoundError, UsageError

from . import completion, console
from .verb import course_folder, meant, verb


@verb("""
grade solution              of the exercise in this folder, or graded last
grade solution 13           of exercise 13
grade solution 13 --anyway  before it is passed
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
@click.option("--anyway", is_flag=True, help="Show it before the exercise is passed; `grade list` will say so.")
def command(exercise: str | None, anyway: bool) -> int:
    """Show a solution of an exercise that you have passed. There are other right ones.

    Without EXERCISE it is that of the one in whose folder you are, or else of the one that was graded last.
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
            f"{slug} is not passed yet: `grade hint {slug}` leads on. `grade solution {slug} --anyway` shows the "
            "solution all the same, and `grade list` will say that it was seen before passing."
        )
    folder = solution_folder(workspace.source(slug))
    file = folder / workspace.exercise(slug).file if folder else None
    if file is None or not file.is_file():
        raise NotFoundError(f"{slug} has no solution in this course")
    _show(file)
    progress.change(workspace, slug, progress.shown_solution)
    return 0


def _show(file: Path) -> None:
    """Show a program as it is where it is piped, and highlighted on a terminal."""
    source = file.read_text("utf-8")
    if not console.color(sys.stdout):
        click.echo(source, nl=False)
        return
    from rich.console import Console
    from rich.syntax import Syntax

    highlighted = Syntax("", "python", theme="ansi_dark").highlight(source.rstrip("\n"))
    # Lines are the terminal's to break: a break of ours would be copied with the program.
    Console().print(highlighted, soft_wrap=True, end="")
