"""`grade next`: what is to be done next."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.errors import UsageError

from . import completion, console, standing
from .verb import course_folder, meant, number, verb


@verb("""
grade next     the task of the next exercise, and how to begin
grade next 05  that of exercise 05
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
def command(exercise: str | None) -> int:
    """Show an exercise: its task, its file, and how to begin.

    Without EXERCISE it is the next one: the first, in the order of the course, that is not passed.
    """
    from grader.course import progress

    from . import pages
    from .delivery import from_here

    workspace = course_folder()
    known = progress.read(workspace)
    following = progress.next_exercise(workspace, known)
    slug = meant(workspace, exercise) if exercise else following
    if slug is None:
        console.say(standing.finished(workspace, known))
        console.say(standing.news(workspace, known))
        return 0
    shown, file = workspace.exercise(slug), workspace.own_file(slug)
    # `grade` alone means the exercise in whose folder we are, and elsewhere the next one.
    name = f" {number(slug)}" if slug != (workspace.around(Path.cwd()) or following) else ""
    below = [
        ("Now", _lacks(shown.packages)),
        ("Idea", shown.concept),
        ("Task", f"the above, in {from_here(file.parent / 'README.md')}"),
        ("File", f"{from_here(file)}, to be completed in your editor"),
        ("Then", f"`grade{name}` grades it (`grade watch` on every save), `grade hint{name}` leads on"),
        ("Run", f"`python {from_here(file)}`, in real time"),
    ]
    said = [console.wrap(words, first=f"{first}: ", hang=6) for first, words in below if words]
    said += filter(None, [console.wrap(standing.news(workspace, known))])
    readme = pages.HOW_TO_RUN.sub("", (workspace.source(slug) / "README.md").read_text("utf-8"))
    pages.show(readme, "\n" + "".join(f"{line}\n" for line in said))
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
