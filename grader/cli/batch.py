"""`grade batch SOURCE`: grade a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import UsageError

from . import classwork, completion, options
from .helping import Command

if TYPE_CHECKING:
    from grader.model import Tier

EPILOG = """\b
Examples:
  grade batch moodle.zip --exercise 02 -o graded    a platform's archive
  grade batch handed_in/ --exercise 02 -o graded    a folder for each student
  grade batch moodle.zip -e 02 -e 24 -o graded      several exercises
  grade batch moodle.zip -e 02 -o graded --gradebook grades.csv
  grade batch x.zip -e 02 -o graded --pattern '(?P<student>\\w+)-(?P<path>.*)'

\b
In the folder `graded`: tables, overviews, pages for students, and a journal.
The same command again goes on where it was interrupted, and grades only what
is new or changed; after a change of the checks it says whose grade moved.

\b
Exit codes: 0 everything was graded, 1 something could not be read or graded,
2 interrupted, 3 the grader's own error, 4 wrong usage, 5 nothing found,
6 isolation not available.
"""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-e",
    "--exercise",
    "exercises",
    metavar="EXERCISE",
    multiple=True,
    required=True,
    shell_complete=completion.exercises,
    help="The exercise that was handed in; once for each of several.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the results."
)
@click.option("--layout", metavar="NAME", help="Whose archive it is: moodle, canvas or another; found out by default.")
@click.option(
    "--pattern",
    metavar="REGEX",
    help="A regular expression that reads file names: its groups are student, and name, path, late.",
)
@click.option(
    "--gradebook",
    "gradebooks",
    metavar="[EXERCISE=]FILE",
    multiple=True,
    help="The platform's own table of grades, to be filled in: Moodle's worksheet, or a grade book.",
)
@click.option(
    "--column",
    "columns",
    metavar="[EXERCISE=]NAME",
    multiple=True,
    help="The column of that table that takes the points, where there are several.",
)
@options.deciding
@click.option(
    "--roster",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Who is in the class, as CSV: a row for each who handed in nothing.",
)
@click.option(
    "--anonymous",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write everything without names, under pseudonyms, into this folder as well.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Programs judged at once; as many as there are cores.")
@click.option(
    "--require",
    type=click.Choice(options.TIERS),
    help="Grade only under this isolation or better; by default the best that the platform has.",
)
@click.option("--unsafe-no-sandbox", is_flag=True, help="Do not isolate programs at all; the table says so.")
def command(
    source: Path,
    exercises: tuple[str, ...],
    output: Path,
    layout: str | None,
    pattern: str | None,
    gradebooks: tuple[str, ...],
    columns: tuple[str, ...],
    checks: Path | None,
    grading_toml: Path | None,
    roster: Path | None,
    anonymous: Path | None,
    jobs: int | None,
    require: Tier | None,
    unsafe_no_sandbox: bool,
) -> int:
    """Grade what a class handed in: an archive of Moodle, Canvas, Gradescope, Blackboard or Brightspace, or a folder.

    Each student's file is found by the names in it, notebooks too. Programs are judged on all cores.
    """
    from grader.batch.asked import Asked
    from grader.batch.layouts import LAYOUTS

    if layout is not None and layout not in LAYOUTS:
        raise UsageError(f"no layout {layout!r}; there are: {', '.join(LAYOUTS)}")
    if layout is not None and pattern is not None:
        raise UsageError("--layout and --pattern contradict each other: give one of them")
    meant = classwork.names(exercises)
    asked = Asked(
        source=str(source.absolute()),
        exercises=tuple(meant),
        layout=layout,
        pattern=pattern,
        gradebooks=tuple((slug, str(Path(path).absolute())) for slug, path in _of_exercises(gradebooks, meant)),
        columns=tuple(_of_exercises(columns, meant)),
        checks=str(checks.absolute()) if checks is not None else None,
        grading=str(grading_toml.absolute()) if grading_toml is not None else None,
        roster=str(roster.absolute()) if roster is not None else None,
        anonymous=str(anonymous.absolute()) if anonymous is not None else None,
        require=require,
        unsafe=unsafe_no_sandbox,
    )
    return classwork.carry_out(asked, output, jobs)


def _of_exercises(given: Sequence[str], meant: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the exercise, or an empty text, and what is given for it: `02=FILE`, or `FILE`."""
    from grader.batch.matching import named

    for text in given:
        name, equals, rest = text.partition("=")
        slug = named(name, list(meant.values())) if equals else None
        yield (slug, rest) if slug is not None else ("", text)
