"""`grade report [EXERCISE]`: the page of the last report, in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import NotFoundError

from . import completion, console
from .verb import meant, number, verb


@verb("""
grade report         of the exercise in this folder, or graded last
grade report 13      of exercise 13
grade report --path  only say where it is
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
@click.option("--path", "only_path", is_flag=True, help="Open nothing; only print the path of the page.")
def command(exercise: str | None, only_path: bool) -> int:
    """Open the page of the last report in the browser, and print its path.

    Without EXERCISE it is that of the exercise in this folder, or else of the one that was graded last.
    """
    import webbrowser

    page = _page(exercise)
    console.echo(page)
    if not only_path and not webbrowser.open(page.as_uri()):
        console.echo("No browser could be started: open this page in one.", err=True)
    return 0


def _page(exercise: str | None) -> Path:
    """Return where the page is. Raises NotFoundError where there is none."""
    from grader.course import progress
    from grader.course.workspace import find_workspace
    from grader.course.writing import HIDDEN, PAGE

    here = Path.cwd()
    workspace = find_workspace(here)
    if workspace is None:
        slug, again, page = "this folder", "grade", here / HIDDEN / PAGE
    else:
        slug = meant(workspace, exercise) or progress.read(workspace).last
        if not slug:
            raise NotFoundError("nothing was graded here yet: `grade` grades the next exercise")
        again, page = f"grade {number(slug)}", workspace.folder / slug / HIDDEN / PAGE
    if not page.is_file():
        raise NotFoundError(f"there is no report of {slug} yet: `{again}` makes one")
    return page
