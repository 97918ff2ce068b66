"""`grade next`: what is to be done next."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.errors import UsageError

from . import console, standing
from .verb import course_folder, verb


@verb("""
grade next   the task of the next exercise, and how to begin
""")
def command() -> int:
    """Show the next exercise: its task, its file, and how to begin.

    The next one is the first, in the order of the course, that you have not passed.
    """
    from grader.course import progress

    from . import pages
    from .delivery import from_here

    workspace = course_folder()
    known = progress.read(workspace)
    slug = progress.next_exercise(workspace, known)
    if slug is None:
        console.say(standing.finished(workspace, known))
        console.say(standing.news(workspace, known))
        return 0
    exercise, file = workspace.exercise(slug), workspace.own_file(slug)
    pages.show((workspace.source(slug) / "README.md").read_text("utf-8"))
    elsewhere = workspace.around(Path.cwd()) not in ("", slug)  # where `grade` alone means the exercise in this folder
    name = f" {slug.partition('_')[0]}" if elsewhere else ""
    click.echo()
    console.say(_lacks(exercise.packages), first="Now: ", hang=6)
    for first, words in (
        ("Idea", exercise.concept),
        ("Task", f"the above, in {from_here(file.parent / 'README.md')}"),
        ("File", f"{from_here(file)}, to be completed in your editor"),
        ("Then", f"`grade{name}` grades it (`grade watch` on every save), `grade hint{name}` leads on"),
        ("Run", f"`python {from_here(file)}`, in real time"),
    ):
        console.say(words, first=f"{first}: ", hang=6)
    console.say(standing.news(workspace, known))
    return 0


def _lacks(packages: tuple[str, ...]) -> str:
    """Say which packages of an exercise are not installed, and what installs them; empty where all are."""
    if packages:
        from grader.runner.installed import allowed

        try:
            allowed(sys.executable, packages, ())
        except UsageError as error:
            return str(error)
    return ""
