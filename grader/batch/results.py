"""What a batch leaves in its folder. All of it is made from the journal, whatever happens to the archive.

journal.sqlite                          everything, as it came
02_gather/grades.csv, overview.html     a class in one exercise
02_gather/report-….html, report-….json  what a student gets
02_gather/feedback.zip                  pages as Moodle takes them back
grades.csv, summary.csv, overview.html, feedback.zip
                                        all exercises, where there are several
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import structs

from grader.errors import NotFoundError, UsageError
from grader.exercise import course_root, find_exercise, load_exercise
from grader.model import UNDECIDED
from grader.report import overview as page

from . import feedback, grading, overall, overview
from .asked import Asked, Taken, decisions, recall
from .classes import Class, by_student, summary
from .journal import Journal, opened

JOURNAL = "journal.sqlite"
"""Name of the journal in the folder."""
OVERVIEW = "overview.html"
"""Name of an overview, of one exercise or of all."""
TABLES = ("grades.csv", "summary.csv", "pseudonyms.csv")
"""Names of our own tables."""


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


def read(journal: Journal, asked: Asked, only: Collection[str] | None = None) -> list[Class]:
    """Read from the journal what became of the class in every exercise, or of those students alone."""
    decided = decisions(journal)
    return [
        Class(exercise=load_exercise(folder), grades=grading.grades(journal, slug, decided.get(slug, UNDECIDED), only))
        for slug, folder in exercise_folders(asked).items()
    ]


def earlier(journal: Journal, asked: Asked) -> list[Class]:
    """Read the same of exercises that an earlier batch graded into the folder, and the last one did not."""
    found = []
    for slug in journal.exercises():
        with suppress(NotFoundError):  # one of somebody's own, whose folder was named then
            if slug not in exercise_folders(asked):
                found += read(journal, structs.replace(asked, exercises=(slug,)))
    return found


def clear(folder: Path, exercises: Iterable[str]) -> None:
    """Remove what students get: `write` makes it anew, by what is decided now."""
    for slug in exercises:
        for path in (folder / slug).glob(f"{grading.PREFIX}*"):
            path.unlink()


def write(folder: Path, classes: Sequence[Class], taken: Taken, *, anew: bool = False) -> None:
    """Write every file that is made from the journal, but for a platform's tables.

    Pages that are there stay as they are; with `anew` they are written again, too.
    """
    places = {found.exercise.slug: pages(folder, found) for found in classes}
    overviews = [overview.overview(found.exercise, found.grades) for found in classes]
    for found, told in zip(classes, overviews, strict=True):
        slug = found.exercise.slug
        grading.complete(found.grades, places[slug], folder / slug, anew=anew)
        grading.written(folder / slug / "grades.csv", grading.table(found.grades))
        grading.written(folder / slug / OVERVIEW, page.render(told).encode("utf-8"))
        if taken.layout == "moodle" and (taken.apart or len(classes) == 1):
            feedback.write(folder / slug / feedback.NAME, [(found.grades, places[slug])])
    if len(classes) > 1:
        rows = [grade for group in by_student(classes).values() for grade in group]
        grading.written(folder / "grades.csv", grading.table(rows))
        grading.written(folder / "summary.csv", summary(classes))
        grading.written(folder / OVERVIEW, page.render(overall.overall(classes, overviews)).encode("utf-8"))
        if taken.layout == "moodle" and not taken.apart:
            every = [(found.grades, places[found.exercise.slug]) for found in classes]
            feedback.write(folder / feedback.NAME, every)


def pages(folder: Path, found: Class) -> dict[str, Path]:
    """Return where each student's page goes; the folder for them is made. Raises UsageError where it cannot be."""
    home = made(folder / found.exercise.slug)
    return grading.pages((grade.handed for grade in found.grades), home)


def made(folder: Path) -> Path:
    """Make a folder. Raises UsageError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {folder} cannot be made ({error.strerror}): name another one") from error
    return folder
