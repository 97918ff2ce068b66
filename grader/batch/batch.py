"""A batch from beginning to end: read what was handed in, grade what changed, write what follows from it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from grader.errors import UsageError
from grader.exercise import course_root, load_course, load_exercise
from grader.grading import decided
from grader.model import Attempts

from . import anonymous, books, grading, pool, results
from .asked import Asked, Taken, decisions, remember
from .books import Book
from .classes import Class, by_student
from .gradebooks import Filled, fill
from .intake import Handed, Intake, take_in
from .journal import opened
from .layouts import compiled
from .roster import enrolled

Follow = Callable[[Iterator[Handed], int], None]
"""Goes through what is graded, of which there is so much."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of a batch."""

    intake: Intake
    """What was handed in."""
    graded: int
    """How many programs were judged now."""
    classes: Sequence[Class]
    """What became of the class, an exercise each."""
    filled: Sequence[tuple[Path, Filled]]
    """Tables of a platform that were filled in, and where they are."""


def run(
    asked: Asked,
    folder: Path,
    order: Callable[..., pool.Order],
    start: Callable[[int], Executor],
    width: int,
    follow: Follow,
    *,
    only: Collection[str] | None = None,
    anew: bool = False,
) -> Done:
    """Grade a class into a folder.

    `order` makes an order of the folder of an `exercise`. `start` makes an executor for as many chunks at once as it is
    told, `width` is how many there may be. `only` names students beside whom nobody is graded; with `anew` also what
    did not change is graded. Raises UsageError and NotFoundError for what is asked for and not there, and what the
    judge raises.
    """
    homes = results.exercise_folders(asked)
    _apart(asked, folder)
    books_ = [(slug, Path(path), books.read(Path(path))) for slug, path in asked.gradebooks]
    listed = [book for *_, book in books_] + ([books.read(Path(asked.roster))] if asked.roster else [])
    orders = {slug: order(exercise=home, **_decided(asked, home)) for slug, home in homes.items()}
    intake = _taken(asked, homes, listed, {slug: orders[slug].grading.attempts for slug in homes})
    bases = {slug: grading.basis(homes[slug], orders[slug], sys.version) for slug in homes}
    taken = Taken(layout=intake.layout, apart=intake.apart)
    decided = {slug: orders[slug].grading for slug in homes}
    with opened(results.made(folder) / results.JOURNAL) as journal:
        if decided != decisions(journal):
            results.clear(folder, homes)
        remember(journal, asked, taken, decided)
        if asked.anonymous is not None:
            anonymous.enter(journal, Path(asked.anonymous))
        parts, graded = [], 0
        for slug in homes:
            entered = grading.enter(intake.of(slug), journal, slug, bases[slug], only)
            waiting = grading.to_grade(entered, journal, slug, only, anew=anew)
            pages = grading.pages(entered, results.made(folder / slug))
            wide = min(width, max(1, len(waiting)))
            parts.append(grading.grade(waiting, journal, orders[slug], bases[slug], pages, start, wide))
            graded += len(waiting)
        follow(chain.from_iterable(parts), graded)
        classes = results.read(journal, asked)
        called = anonymous.pseudonyms(journal, by_student(classes))
        results.write(folder, classes, taken)
        if asked.anonymous is not None:
            anonymous.write(Path(asked.anonymous), folder, classes, called)
        filled = [_filled(folder, classes, slug, path, book, asked) for slug, path, book in books_]
    return Done(intake=intake, graded=graded, classes=classes, filled=filled)


def _decided(asked: Asked, home: Path) -> dict[str, object]:
    given, checks = (Path(path) if path is not None else None for path in (asked.grading, asked.checks))
    added, grading = decided(given, checks, home)
    return {"checks": added, "grading": grading}


def _apart(asked: Asked, folder: Path) -> None:
    """Raise UsageError where what is written would lie in what is read, or names in what has none."""
    written = [folder, *([Path(asked.anonymous)] if asked.anonymous is not None else [])]
    for place in written:
        if place.resolve().is_relative_to(Path(asked.source).resolve()):
            raise UsageError(f"{place} lies in {asked.source}, and would be taken for what was handed in: name another")
    if asked.anonymous is not None:
        anonymous.apart(Path(asked.anonymous), folder)


def _taken(asked: Asked, homes: Mapping[str, Path], listed: Sequence[Book], attempts: Mapping[str, Attempts]) -> Intake:
    exercises = [load_exercise(home) for home in homes.values()]
    layout = compiled(asked.pattern) if asked.pattern is not None else asked.layout
    intake = take_in(Path(asked.source), exercises, layout, load_course(course_root()).exercises, attempts)
    if not intake.handed:
        raise UsageError(f"{asked.source} has no program whose name says whose it is: --pattern says how to read names")
    return enrolled(intake, listed, list(homes))


def _filled(
    folder: Path, classes: Sequence[Class], slug: str, path: Path, book: Book, asked: Asked
) -> tuple[Path, Filled]:
    """Fill in a table, and write a copy of it beside what it is about."""
    meant = [found for found in classes if slug in ("", found.exercise.slug)]
    columns = {name: column for name, column in asked.columns if name in ("", *(each.exercise.slug for each in meant))}
    filled = fill(book, meant, columns)
    # A platform may call its table as we call ours.
    name = f"filled-{path.name}" if path.name in results.TABLES else path.name
    place = (folder if len(meant) > 1 else folder / meant[0].exercise.slug) / name
    grading.written(place, filled.data)
    return place, filled
