"""What a batch leaves in its folder. All of it is made from the journal, whatever happens to the archive.

journal.sqlite                          everything, as it came
02_gather/grades.csv, overview.html     a class in one exercise
02_gather/report-….html, report-….json  what a student gets
02_gather/feedback.zip                  pages as Moodle takes them back
grades.csv, summary.csv, overview.html, feedback.zip
                                        all exercises, where there are several
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.errors import NotFoundError, UsageError
from grader.exercise import course_root, find_exercise, load_exercise
from grader.model import Exercise
from grader.report import overview as page
from grader.report.exchange import tables

from . import feedback, grading, overview
from .asked import Asked, Taken, recall
from .grading import Grade
from .journal import Journal, opened

JOURNAL = "journal.sqlite"
"""Name of the journal in the folder."""


@dataclass(frozen=True, kw_only=True)
class Class:
    """A class in one exercise."""

    exercise: Exercise
    """What was asked for."""
    grades: Sequence[Grade]
    """What became of it, a student each."""

    @property
    def most(self) -> float:
        """The most points there are; 0 where nobody's program could be judged."""
        return max((grade.report.max_score for grade in self.grades if grade.report is not None), default=0.0)


@contextmanager
def reopened(folder: Path) -> Iterator[tuple[Journal, Asked, Taken]]:
    """Open the journal of a folder that a batch wrote. Raises NotFoundError where there is none."""
    if not (folder / JOURNAL).is_file():
        raise NotFoundError(f"{folder} is no folder that `grade batch` wrote: it has no {JOURNAL}")
    with opened(folder / JOURNAL) as journal:
        yield journal, *recall(journal, folder)


def exercise_folders(asked: Asked) -> dict[str, Path]:
    """Return slug -> folder of each exercise that was asked for. Raises NotFoundError."""
    root = course_root()
    return {folder.name: folder for folder in (find_exercise(name, root) for name in asked.exercises)}


def read(journal: Journal, asked: Asked) -> list[Class]:
    """Read from the journal what became of the class in every exercise."""
    return [
        Class(exercise=load_exercise(folder), grades=grading.grades(journal, slug))
        for slug, folder in exercise_folders(asked).items()
    ]


def write(folder: Path, classes: Sequence[Class], taken: Taken) -> None:
    """Write every file that is made from the journal, but for a platform's tables."""
    places = {found.exercise.slug: pages(folder, found) for found in classes}
    for found in classes:
        slug = found.exercise.slug
        grading.complete(found.grades, places[slug])
        grading.written(folder / slug / "grades.csv", grading.table(found.grades))
        text = page.render(overview.overview(found.exercise, found.grades))
        grading.written(folder / slug / "overview.html", text.encode("utf-8"))
        if taken.layout == "moodle" and (taken.apart or len(classes) == 1):
            grading.written(folder / slug / feedback.NAME, feedback.packed([(found.grades, places[slug])]))
    if len(classes) > 1:
        rows = [grade for group in by_student(classes).values() for grade in group]
        grading.written(folder / "grades.csv", grading.table(rows))
        grading.written(folder / "summary.csv", summary(classes))
        if taken.layout == "moodle" and not taken.apart:
            packed = feedback.packed([(found.grades, places[found.exercise.slug]) for found in classes])
            grading.written(folder / feedback.NAME, packed)


def pages(folder: Path, found: Class) -> dict[str, Path]:
    """Return where each student's page goes; the folder for them is made. Raises UsageError where it cannot be."""
    home = made(folder / found.exercise.slug)
    return grading.pages((grade.handed for grade in found.grades), home)


def made(folder: Path) -> Path:
    """Make a folder. Raises UsageError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder


def by_student(classes: Iterable[Class]) -> Mapping[str, list[Grade]]:
    """Return each student's grades, in the order of the exercises."""
    found: dict[str, list[Grade]] = defaultdict(list)
    for each in classes:
        for grade in each.grades:
            found[grade.handed.student].append(grade)
    return found


def summary(classes: Sequence[Class]) -> bytes:
    """Write a table with a row for each student and a column for each exercise, as CSV."""
    slugs = [found.exercise.slug for found in classes]
    most = sum(found.most for found in classes)
    rows = []
    for student, group in by_student(classes).items():
        # What was not graded has no points, and is not the same as a program that earned none.
        cells = [tables.points(grade.score) if grade.report is not None else "" for grade in group]
        total = tables.points(sum(grade.score for grade in group))
        name = tables.neutral(group[0].handed.name)
        rows.append((tables.neutral(student), name, *cells, total, tables.points(most)))
    return tables.written(("student", "name", *slugs, "total", "max_total"), rows)
