"""`grade new SLUG`: a new exercise to begin with, for authors."""

from __future__ import annotations

from pathlib import Path

import click

from . import console
from .verb import verb

COURSE = Path("exercises", "course.toml")


@verb("""
grade new 01_tea_time              exercises/01_tea_time and its solutions
grade verify exercises/01_tea_time proves it as it is
""")
@click.argument("slug", metavar="SLUG")
def command(slug: str) -> int:
    """Write a new exercise into this folder, to begin with.

    SLUG is a number and the name of the learner's file: 01_tea_time. The exercise is whole: a task in words, a stub,
    checks, a solution, one right program more and a wrong one. Change them one after the other; `grade verify` tells
    at each step what does not hold.
    """
    from grader.course.scaffold import scaffold
    from grader.errors import UsageError
    from grader.exercise import course_root, load_course

    here = Path.cwd()
    if slug in load_course(course_root()).exercises:
        raise UsageError(
            f"the course has an exercise {slug}: `grade {slug}` would always mean that one; choose another name"
        )
    for path in scaffold(slug, here):
        console.echo(path.relative_to(here).as_posix())
    console.echo(f"\nProve it as it is: grade verify exercises/{slug}")
    if (here / COURSE).is_file():
        console.echo(f"When it is yours and proved, add it to {COURSE.as_posix()}.")
    return 0
