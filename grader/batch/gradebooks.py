"""A platform's own table of grades is filled in: the instructor's file comes in and goes out, with points in it.

Nothing but the points (and Moodle's comment) is changed. Points are scaled to the most that the platform gives, where
the file says how many that is. Of several exercises each has a column of its own, or one column takes their sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from itertools import chain

from grader.errors import UsageError
from grader.report.audience import for_student
from grader.report.exchange import tables
from grader.report.story import adjusted

from .books import Book
from .classes import Class, by_student
from .grading import Grade
from .matching import named
from .roster import Index


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What became of a table."""

    platform: str
    """Whose it is."""
    data: bytes
    """The table with the points."""
    columns: tuple[str, ...]
    """Columns that were filled in."""
    missing: tuple[str, ...]
    """Who is in it and handed in nothing."""
    unknown: tuple[str, ...]
    """Who handed something in and is not in it."""


def fill(book: Book, classes: Sequence[Class], columns: Mapping[str, str] | None = None) -> Filled:
    """Fill in a platform's table.

    `columns` has names of columns by exercise; one by an empty text takes the sum. Raises UsageError where it is not
    clear which column is meant.
    """
    targets = _targets(book, classes, columns or {})
    index = Index([grade.handed for grade in chain.from_iterable(found.grades for found in classes)])
    graded = {column: by_student(meant) for column, meant in targets.items()}
    most = {column: sum(found.most for found in meant) for column, meant in targets.items()}
    found, missing, filled = set(), [], []
    for row in book.rows:
        student = index.find(book.student(row), book.name(row)) if book.student(row) else None
        cells = list(row)
        groups = {column: by[student] for column, by in graded.items() if student is not None and student in by}
        handed_in = {column: group for column, group in groups.items() if not all(_is_missing(each) for each in group)}
        for column, group in handed_in.items():
            cells[column] = _points(group, most[column], book.most(row, column))
        if handed_in and book.comment is not None:
            said = (_said(grade, of=len(classes)) for group in handed_in.values() for grade in group)
            cells[book.comment] = "<br>".join(said)
        if book.student(row) and not handed_in:
            missing.append(book.name(row))
        found.add(student)
        filled.append(cells)
    return Filled(
        platform=book.platform,
        data=book.written(filled),
        columns=tuple(book.head[column] for column in targets),
        missing=tuple(missing),
        unknown=tuple(group[0].handed.name for student, group in by_student(classes).items() if student not in found),
    )


def without(book: Book, student: str, names: Sequence[str]) -> bytes:
    """Return a table without the rows of a student, who is known by these names as well."""
    known = {text.casefold() for text in (student, *names)}
    kept = [row for row in book.rows if not {book.student(row).casefold(), book.name(row).casefold()} & known]
    return book.written(kept)


def _is_missing(grade: Grade) -> bool:
    return grade.handed.missing


def _points(group: Sequence[Grade], most: float, wanted: str) -> str:
    score = sum(grade.score for grade in group)
    if wanted and most:
        score *= float(wanted.replace(",", ".")) / most
    # A place that writes 10,00 for ten reads 7.5 as seventy-five or not at all.
    return tables.points(score).replace(".", "," if "," in wanted else ".")


def _said(grade: Grade, of: int) -> str:
    said = comment(grade)
    return escape(f"{grade.handed.exercise}: {said}" if of > 1 else said)


def comment(grade: Grade) -> str:
    """Say in two sentences what came of it: points, and the root cause with its question."""
    if grade.report is None:
        return f"Not graded: {grade.handed.problem or 'the grader failed'}."
    report = for_student(grade.report.whole(), datetime.now(UTC))
    points = f"{tables.points(report.score)} of {tables.points(report.max_score)} points."
    said = " ".join((points, *map(adjusted, report.adjustments)))
    if not report.diagnostics:
        return said
    cause = report.diagnostics[0]
    line = f" (line {cause.line})" if cause.line else ""
    return f"{said} {cause.message}{line}. {cause.hint}".strip()


def _targets(book: Book, classes: Sequence[Class], columns: Mapping[str, str]) -> dict[int, Sequence[Class]]:
    """Return column -> the exercises whose points go into it."""
    chosen = {slug: book.head.index(name) for slug, name in columns.items() if name in book.head}
    there = ", ".join(repr(book.head[column]) for column in book.columns) or "none that is known"
    for slug, name in columns.items():
        if slug not in chosen:
            raise UsageError(f"the table has no column {name!r}; for points there are {there}")
    if "" in chosen:
        return {chosen[""]: classes}
    if chosen:
        return {chosen[each.exercise.slug]: [each] for each in classes if each.exercise.slug in chosen}
    if len(book.columns) == 1:
        return dict.fromkeys(book.columns, classes)
    slugs = [each.exercise.slug for each in classes]
    told = {column: named(name, slugs) or _titled(name, classes) for column, name in book.columns.items()}
    if len(told) > 1 and sorted(filter(None, told.values())) == sorted(slugs):
        by_slug = {each.exercise.slug: [each] for each in classes}
        return {column: by_slug[slug] for column, slug in told.items() if slug}
    raise UsageError(f"which column is for the points? --column names one of {there}")


def _titled(name: str, classes: Sequence[Class]) -> str | None:
    """Return the exercise whose title a column has."""
    found = [each.exercise.slug for each in classes if each.exercise.title.casefold() in name.casefold()]
    return found[0] if len(found) == 1 else None
