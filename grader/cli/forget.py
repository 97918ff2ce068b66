"""`grade forget OUT STUDENT`: a student's data is removed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.errors import UsageError

from . import classwork, console
from .verb import verb


@verb("""
grade forget graded "Bo Kent"          by name, number, or a part of a name
grade forget graded 1042 --yes         without a question
""")
@click.argument("folder", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.argument("student")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def command(folder: Path, student: str, yes: bool) -> int:
    """Remove everything of a student from OUT, where a class was graded.

    From the journal, also from its free pages; pages and data, tables, overviews, the feedback zip, copies of grade
    books, reports without names. What is out of reach is named.
    """
    from grader.batch import results
    from grader.batch.forgetting import forget

    with results.reopened(folder) as (journal, asked, _):
        (who,) = classwork.meant(journal, asked, [student], journal.students())
        called = classwork.called(journal, who)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(f"nobody can be asked here: `--yes` removes everything of {called} without asking")
        question = console.wrap(f"Remove everything of {called} from {folder}? It cannot be undone. [y/N]:")
        if not click.confirm(question, default=False, show_default=False, prompt_suffix=" "):
            console.echo("Nothing was changed.")
            return 0
    done = forget(folder, who)
    console.say(f"{called} is forgotten: {done.rows} rows of the journal, and all files that are made from it.")
    for path in done.left:
        console.say(f"Left, though it names the student, since others made it or wrote in it: {path}")
    for path in done.beyond:
        console.say(f"Out of reach, and may hold what was handed in: {path}. Graded again, it comes back.")
    console.say("Out of reach as well: what was handed out, uploaded, or copied, and backups of this folder.")
    return 1 if done.left else 0
