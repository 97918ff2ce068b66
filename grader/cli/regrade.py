"""`grade regrade OUT`: the same batch again, by the checks that there are now."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import NotFoundError

from . import classwork
from .verb import verb


@verb("""
grade regrade graded                   after a change of the checks
grade regrade graded --student "Bo"    one student only, and at once
grade regrade graded --all             also what did not change
""")
@click.argument("folder", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.option("--student", "students", metavar="STUDENT", multiple=True, help="Grade this student only; repeatable.")
@click.option("--all", "anew", is_flag=True, help="Grade also what did not change.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Programs judged at once; as many as there are cores.")
def command(folder: Path, students: tuple[str, ...], anew: bool, jobs: int | None) -> int:
    """Grade the class in OUT again, as `grade batch` was asked to, with the checks as they are now.

    OUT remembers the archive and the options. What is new or changed is graded, and whose points moved is listed. Of
    students beside those that are named the results stay as they are.
    """
    from grader.batch import results

    with results.reopened(folder) as (journal, asked, _):
        only = set(classwork.meant(journal, asked, students)) if students else None
    if not Path(asked.source).exists():
        raise NotFoundError(
            f"{asked.source}, which was graded into {folder}, is gone: `grade batch` with the place where it is now "
            "goes on in the same folder"
        )
    return classwork.carry_out(asked, folder, jobs, only=only, anew=anew)
