"""`grade batch SOURCE`: grade a class."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import UsageError

from . import completion
from .grading import SECRET, isolation

if TYPE_CHECKING:
    from grader.batch.gradebooks import Filled
    from grader.batch.grading import Grade
    from grader.batch.intake import Handed, Intake
    from grader.model import Report, Tier

EPILOG = """\b
Examples:
  grade batch moodle.zip --exercise 02 -o graded    a platform's archive
  grade batch handed_in/ --exercise 02 -o graded    a folder for each student
  grade batch moodle.zip -e 02 -o graded --gradebook grades.csv
  grade batch x.zip -e 02 -o graded --pattern '(?P<student>\\w+)-(?P<path>.*)'

\b
In the folder `graded`: grades.csv, a page for each student, and a journal.
The same command again goes on where it was interrupted, and grades only what
is new or changed; after a change of the checks it says whose grade moved.

\b
Exit codes: 0 everything was graded, 1 something could not be read or graded,
2 interrupted, 3 the grader's own error, 4 wrong usage, 5 nothing found,
6 isolation not available.
"""

JOURNAL = "journal.sqlite"


@click.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-e",
    "--exercise",
    metavar="EXERCISE",
    required=True,
    shell_complete=completion.exercises,
    help="The exercise that was handed in.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the results."
)
@click.option("--layout", metavar="NAME", help="Whose archive it is: moodle, canvas or another; found out by default.")
@click.option("--pattern", metavar="REGEX", help="How names say whose a file is: groups student, and name, path, late.")
@click.option(
    "--gradebook",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="The platform's own table of grades, to be filled in: Moodle's worksheet, or a grade book.",
)
@click.option("--column", metavar="NAME", help="Which column of it takes the points, where there are several.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Programs judged at once; as many as there are cores.")
@click.option(
    "--require",
    type=click.Choice(("sealed", "fenced", "bounded", "limited")),
    help="Grade only under this isolation or better; by default the best that the platform has.",
)
@click.option("--unsafe-no-sandbox", is_flag=True, help="Do not isolate programs at all; the table says so.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error of the grader's own.", expose_value=False)
def command(
    source: Path,
    exercise: str,
    output: Path,
    layout: str | None,
    pattern: str | None,
    gradebook: Path | None,
    column: str | None,
    jobs: int | None,
    require: Tier | None,
    unsafe_no_sandbox: bool,
) -> int:
    """Grade what a class handed in: an archive of Moodle, Canvas, Gradescope, Blackboard or Brightspace, or a folder.

    Each student's file is found by the names in it, notebooks too. Programs are judged on all cores.
    """
    from grader.batch import feedback, gradebooks, grading, journal, pool
    from grader.batch.intake import take_in
    from grader.batch.layouts import LAYOUTS, compiled
    from grader.batch.overview import overview
    from grader.exercise import course_root, find_exercise, load_exercise
    from grader.report.overview import render
    from grader.runner.isolation import HIGHEST

    if layout is not None and layout not in LAYOUTS:
        raise UsageError(f"no layout {layout!r}; there are: {', '.join(LAYOUTS)}")
    if layout is not None and pattern is not None:
        raise UsageError("--layout and --pattern contradict each other")
    highest: Tier | None = None if unsafe_no_sandbox else HIGHEST.get(sys.platform, "none")
    confined, least = isolation(require or highest, unsafe_no_sandbox)
    folder = find_exercise(exercise, course_root())
    order = pool.Order(
        exercise=folder,
        secret=os.environ.get(SECRET, "").encode("utf-8", "surrogateescape"),
        require=least,
        confined=confined,
    )
    intake = take_in(source, load_exercise(folder), compiled(pattern) if pattern is not None else layout)
    if not intake.handed:
        raise UsageError(
            f"{source} has no program of which its name says whose it is; --pattern says how to read names"
        )
    basis = grading.basis(folder, order, sys.version)
    pages = grading.pages(intake, _folder(output / folder.name))
    with journal.opened(output / JOURNAL) as kept:
        waiting = grading.to_grade(intake, kept, folder.name, basis)
        width = min(jobs or pool.cores(), max(1, len(waiting)))
        _show(grading.grade(waiting, kept, order, basis, pages, pool.processes, width), len(waiting), folder.name)
        found = grading.grades(intake, kept, folder.name, basis)
    grading.complete(found, pages)
    results = output / folder.name
    (results / "grades.csv").write_bytes(grading.table(folder.name, found))
    (results / "overview.html").write_text(render(overview(load_exercise(folder), found)), "utf-8")
    if intake.layout == "moodle":
        (results / "feedback.zip").write_bytes(feedback.packed(found, pages))
    filled = gradebooks.fill(gradebook.read_bytes(), found, column) if gradebook is not None else None
    if gradebook is not None and filled is not None:
        (results / gradebook.name).write_bytes(filled.data)
    click.echo(_summary(intake, found, len(waiting), filled))
    click.echo(f"Grades: {results / 'grades.csv'}\nOverview: {results / 'overview.html'}")
    return 0 if all(grade.status in ("passed", "failed") for grade in found) else 1


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {path} cannot be made: {error.strerror}") from error
    return path


def _show(graded: Iterable[Handed], count: int, exercise: str) -> None:
    """Follow the grading with a bar and an estimate, where a person is looking."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        for _ in progress.track(graded, total=count, description=f"Grading {exercise}"):
            pass


def _summary(intake: Intake, found: Sequence[Grade], graded: int, filled: Filled | None) -> str:
    from grader.report.visible import visible

    counts = Counter(grade.status for grade in found)
    lines = [
        f"{len(found)} students ({intake.layout}), {graded} graded now: "
        + ", ".join(
            f"{counts[status]} {status}" for status in ("passed", "failed", "unreadable", "error") if counts[status]
        )
    ]
    lines += [
        f"  not graded: {visible(f'{grade.handed.name}: {grade.handed.problem}')}"
        for grade in found
        if grade.handed.problem
    ]
    lines += [
        f"  moved: {visible(grade.handed.name)} from {_points(grade.before)} to {_points(grade.report)}"
        for grade in found
        if grade.before is not None and grade.report is not None
    ]
    if intake.ignored:
        lines.append(
            f"  {len(intake.ignored)} programs whose names say of nobody whose they are, such as {intake.ignored[0]!r}"
        )
    if filled is not None:
        lines.append(f"{filled.platform}'s table was filled in.")
        lines += [f"  missing: {visible(student)} handed in nothing" for student in filled.missing]
        lines += [f"  not in the table: {visible(name)}" for name in filled.unknown]
    return "\n".join(lines)


def _points(report: Report) -> str:
    return f"{report.score:g} of {report.max_score:g}"
