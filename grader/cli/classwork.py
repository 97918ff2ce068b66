"""A class is graded, and what came of it is said: what the verbs for a class have in common."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import NotFoundError

from . import console
from .options import isolation, secret

if TYPE_CHECKING:
    from grader.batch.asked import Asked
    from grader.batch.batch import Done
    from grader.batch.grading import Grade
    from grader.batch.intake import Handed
    from grader.batch.journal import Journal
    from grader.batch.summaries import Points, Summary
    from grader.model import Tier


def names(exercises: Sequence[str]) -> dict[str, str]:
    """Return what each exercise is remembered as -> its slug. Raises NotFoundError."""
    from grader.exercise import course_root, find_exercise

    root = course_root()
    folders = dict.fromkeys(find_exercise(name, root) for name in exercises)
    return {folder.name if folder.parent == root / "exercises" else str(folder): folder.name for folder in folders}


def meant(journal: Journal, asked: Asked, texts: Sequence[str], left: Collection[str] = ()) -> list[str]:
    """Return the students whom an instructor names, among those who handed in, or who are `left` from before.

    Raises NotFoundError and UsageError where it is not one each.
    """
    from grader.batch import anonymous, grading
    from grader.batch.roster import Index

    index = Index(row for slug in journal.exercises() for row in grading.handed_in(journal, slug))
    pseudonyms = anonymous.pseudonyms(journal, journal.students()) if asked.anonymous else {}
    students = {name: student for student, name in pseudonyms.items()} | {student: student for student in left}
    return [students.get(text) or index.meant(text) for text in texts]


def called(journal: Journal, student: str) -> str:
    """Return what a student is called, and known by."""
    from grader.batch import grading
    from grader.report.visible import visible

    rows = (row for slug in journal.exercises() for row in grading.handed_in(journal, slug))
    name = next((row.name for row in rows if row.student == student), student)
    return visible(name if name == student else f"{name} ({student})")


def one_of(exercise: str, slugs: Sequence[str]) -> str:
    """Return the exercise that is named, of those that were graded. Raises NotFoundError."""
    from grader.batch.matching import named

    found = named(exercise, slugs)
    if found is None:
        raise NotFoundError(f"{exercise!r} was not graded there; there are: {', '.join(slugs)}")
    return found


def why_none(grade: Grade) -> str:
    """Say why there is no report."""
    return f"{grade.handed.exercise}: {grade.handed.problem or 'it was not graded yet, or the grader failed over it'}"


def carry_out(
    asked: Asked, output: Path, jobs: int | None, *, only: Collection[str] | None = None, anew: bool = False
) -> int:
    """Grade a class into a folder, say what came of it, and return the exit code."""
    from grader.batch import batch, pool
    from grader.runner.isolation import HIGHEST
    from grader.runner.process import cores

    highest: Tier | None = None if asked.unsafe else HIGHEST.get(sys.platform, "none")
    confined, least = isolation(asked.require or highest, asked.unsafe)
    order = partial(
        pool.Order,
        secret=secret(),
        require=least,
        confined=confined,
    )
    done = batch.run(asked, output, order, pool.processes, jobs or cores(), _show, only=only, anew=anew)
    console.echo("\n".join(_summary(done)))
    one = len(done.classes) == 1
    home = output / done.classes[0].exercise.slug if one else output
    console.echo(f"Grades: {home / 'grades.csv'}")
    if not one:
        console.echo(f"Students and exercises: {home / 'summary.csv'}")
    console.echo(f"Overview: {home / 'overview.html'}")
    fine = ("passed", "failed", "missing")
    return 0 if all(grade.status in fine for found in done.classes for grade in found.grades) else 1


def _show(graded: Iterator[Handed], count: int) -> None:
    """Follow the grading with a bar and an estimate, where a person is looking."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Grading", total=count)
        for handed in graded:
            progress.update(task, advance=1, description=f"Grading {handed.exercise}")


def _summary(done: Done) -> Iterator[str]:
    from grader.report.visible import visible

    several = len(done.classes) > 1
    students = len({handed.student for handed in done.intake.handed})
    total = f"{students} {'student' if students == 1 else 'students'} ({done.intake.layout}), {done.graded} graded now"
    if several:
        yield f"{total}:"
    for found in done.classes:
        counted = _counted(found.grades)
        yield f"  {found.exercise.slug}: {counted}" if several else f"{total}: {counted}"
    for found in done.classes:
        where = f"{found.exercise.slug}: " if several else ""
        for grade in found.grades:
            if grade.handed.problem and not grade.handed.missing:
                yield f"  not graded: {where}{visible(f'{grade.handed.name}: {grade.handed.problem}')}"
        if absent := [grade.handed.name for grade in found.grades if grade.handed.missing]:
            yield f"  missing: {where}{visible(', '.join(absent))}"
        if late := [grade.handed.name for grade in found.grades if grade.handed.late and not grade.handed.missing]:
            yield f"  late: {where}{visible(', '.join(late))}"
        for grade in found.grades:
            if grade.before is not None and grade.report is not None:
                moved = f"from {_points(grade.before)} to {_points(grade.report)}"
                yield f"  moved: {where}{visible(grade.handed.name)} {moved}"
    if done.intake.ignored:
        yield f"  not graded, as the names do not say whose they are: {_some(done.intake.ignored)}"
    for place, filled in done.filled:
        yield f"{filled.platform}'s table was filled in ({', '.join(filled.columns)}): {place}"
        for name in filled.unknown:
            yield f"  not in the table: {visible(name)}"


def _some(names: Sequence[str]) -> str:
    """Return the first of names, and how many more there are."""
    return f"{names[0]!r}" + (f" and {len(names) - 1} more" if len(names) > 1 else "")


def _counted(grades: Sequence[Grade]) -> str:
    from grader.batch.overview import STATUSES

    counts = Counter(grade.status for grade in grades)
    return ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status])


def _points(report: Summary | Points) -> str:
    return f"{report.score:g} of {report.max_score:g}"
