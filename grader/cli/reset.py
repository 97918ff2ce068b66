"""`grade reset EXERCISE`: an exercise begins anew."""

from __future__ import annotations

import sys

import click

from grader.errors import UsageError

from . import completion, console
from .verb import course_folder, meant, number, verb


@verb("""
grade reset 13        asks first
grade reset 13 --yes  does not ask
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def command(exercise: str | None, yes: bool) -> int:
    """Put the file of an exercise back to what it was at first.

    A copy of your file is kept, and its path is shown. The hints begin anew; what was passed stays passed.
    Without EXERCISE it is the exercise in this folder.
    """
    from grader.course import handout

    from .delivery import from_here

    workspace = course_folder()
    slug = meant(workspace, exercise)
    if not slug:
        raise UsageError("which exercise? Name it: `grade reset 13`")
    file = from_here(workspace.file(slug))
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(
                f"nobody can be asked here: `grade reset {number(slug)} --yes` puts {file} back without asking"
            )
        question = console.wrap(f"Put {file} back to what it was at first? A copy is kept. [y/N]:")
        if not click.confirm(question, default=False, show_default=False, prompt_suffix=" "):
            console.echo("Nothing was changed.")
            return 0
    try:
        copy = handout.put_back(workspace, slug)
    except OSError as error:
        raise UsageError(f"{file} cannot be put back ({error.strerror}), and stays as it is") from error
    console.say(f"{file} is as it was at first." + (f" What was there is in {from_here(copy)}" if copy else ""))
    return 0
