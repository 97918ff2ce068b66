"""A learning platform's own table of grades, filled in: the instructor's file comes in and goes out, with points in it.

Which platform it is of, the first row says: Moodle's grading worksheet (its headers are translated, so it is known by
what stands below them), and the grade books of Canvas, Blackboard and Brightspace. Nothing but the points (and Moodle's
comment) is changed. Points are scaled to the most that the platform gives, where the file says how many that is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from grader.errors import UsageError
from grader.report.audience import for_student
from grader.report.exchange import tables

from .grading import Grade

_PARTICIPANT = re.compile(r"\D+(\d+)")
_CANVAS = re.compile(r".+ \(\d+\)")
_BLACKBOARD = re.compile(r".+ \[Total Pts: (?:up to )?([\d.,]+).*\] ?\|\d+")
_BRIGHTSPACE = re.compile(r".+ (?:Points|Text) Grade(?: <.*>)?")


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """Where in a platform's table things stand."""

    student: Callable[[Sequence[str]], str]
    """What tells students apart in a row, as in the archive's names; empty in a row that is no student's."""
    grade: int
    """Column of the points."""
    most: Callable[[Sequence[str]], str]
    """The most points there are, as the table writes it; empty where it does not say."""
    comment: int | None = None
    """Column for a comment, in HTML."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What became of a table."""

    platform: str
    """Whose it is."""
    data: bytes
    """The table with the points."""
    missing: tuple[str, ...]
    """Who is in it and handed in nothing."""
    unknown: tuple[str, ...]
    """Who handed something in and is not in it."""


def fill(data: bytes, grades: Sequence[Grade], column: str | None = None) -> Filled:
    """Fill in a platform's table; `column` names the one with the points where there are several.

    Raises UsageError for a table of no platform that is known, or where it is not clear which column is meant.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UsageError(f"the table of grades cannot be read as {encoding}: {error.reason}") from error
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if text.strip() else [[]]
    platform, columns = _columns(head, rows, column)
    students = {name: grade for grade in grades for name in (grade.handed.student, grade.handed.name)}
    found, missing, filled = set(), [], []
    for row in rows:
        student = columns.student(row)
        grade = students.get(student)
        if grade is not None:
            found.add(grade.handed.student)
            row = _with_points(row, columns, grade)
        elif student:
            missing.append(student)
        filled.append(row)
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(
        [head, *filled]
    )
    return Filled(
        platform=platform,
        data=written.getvalue().encode(encoding),
        missing=tuple(missing),
        unknown=tuple(grade.handed.name for grade in grades if grade.handed.student not in found),
    )


def _encoding(data: bytes) -> str:
    """Return the encoding that a table's first bytes tell: Blackboard's is UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def _with_points(row: Sequence[str], columns: _Columns, grade: Grade) -> list[str]:
    most = columns.most(row)
    score = grade.report.score if grade.report is not None else 0.0
    if most and grade.report is not None:
        score *= float(most.replace(",", ".")) / grade.report.max_score
    filled = list(row)
    # A place that writes 10,00 for ten reads 7.5 as seventy-five or not at all.
    filled[columns.grade] = tables.points(score).replace(".", "," if "," in most else ".")
    if columns.comment is not None:
        filled[columns.comment] = escape(comment(grade))
    return filled


def comment(grade: Grade) -> str:
    """Say in two sentences what came of it: points, and the root cause with its question."""
    if grade.report is None:
        return f"Not graded: {grade.handed.problem or 'the grader failed'}."
    report = for_student(grade.report)
    said = f"{tables.points(report.score)} of {tables.points(report.max_score)} points."
    if not report.diagnostics:
        return said
    cause = report.diagnostics[0]
    line = f" (line {cause.line})" if cause.line else ""
    return f"{said} {cause.message}{line}. {cause.hint}".strip()


# --- platforms -------------------------------------------------------------------------------------------------------


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]], column: str | None) -> tuple[str, _Columns]:
    if "ID" in head and "SIS Login ID" in head:
        return "Canvas", _of_canvas(head, rows, column)
    if "OrgDefinedId" in head or "End-of-Line Indicator" in head:
        return "Brightspace", _of_brightspace(head, column)
    if "Username" in head and any(map(_BLACKBOARD.fullmatch, head)):
        return "Blackboard", _of_blackboard(head, column)
    if rows and all(row and _PARTICIPANT.fullmatch(row[0]) for row in rows if row):
        return "Moodle", _of_moodle(head, rows, column)
    raise UsageError(
        "the table of grades is none that is known: Moodle's grading worksheet, or the grade book of Canvas, "
        f"Blackboard or Brightspace. Its first row is {', '.join(head)!r}"
    )


def _of_canvas(head: Sequence[str], rows: Sequence[Sequence[str]], column: str | None) -> _Columns:
    grade = _one(head, column, _CANVAS.fullmatch)
    possible = next((row[grade] for row in rows if row[0].strip() == "Points Possible"), "")
    number = head.index("ID")
    return _Columns(student=lambda row: row[number], grade=grade, most=lambda row: possible)


def _of_blackboard(head: Sequence[str], column: str | None) -> _Columns:
    grade = _one(head, column, _BLACKBOARD.fullmatch)
    total = _BLACKBOARD.fullmatch(head[grade])
    user = head.index("Username")
    return _Columns(student=lambda row: row[user], grade=grade, most=lambda row: total[1] if total else "")


def _of_brightspace(head: Sequence[str], column: str | None) -> _Columns:
    """Go by names: an archive of Brightspace has numbers that its grade book does not have."""
    if "First Name" not in head or "Last Name" not in head:
        raise UsageError("Brightspace's table has no names: export it with first and last name")
    grade = _one(head, column, _BRIGHTSPACE.fullmatch)
    first, last = head.index("First Name"), head.index("Last Name")
    return _Columns(student=lambda row: f"{row[first]} {row[last]}", grade=grade, most=lambda row: "")


def _of_moodle(head: Sequence[str], rows: Sequence[Sequence[str]], column: str | None) -> _Columns:
    """Find the most points, which stand in every row, behind the points; the comment is the last column."""
    number = re.compile(r"\d+[.,]\d\d")
    most = [place for place in range(1, len(head)) if all(number.fullmatch(row[place]) for row in rows if row)]
    grade = head.index(column) if column in head else most[-1] - 1 if most else None
    if grade is None:
        raise UsageError(f"in Moodle's worksheet no column has the most points of each row; --column names one: {head}")

    def student(row: Sequence[str]) -> str:
        found = _PARTICIPANT.fullmatch(row[0]) if row else None
        return found[1] if found else ""

    return _Columns(
        student=student,
        grade=grade,
        most=lambda row: row[grade + 1] if grade + 1 in most else "",
        comment=len(head) - 1,
    )


def _one(head: Sequence[str], column: str | None, fits: Callable[[str], object]) -> int:
    """Return the column with the points: the one that is named, or the only one that can be meant."""
    places = [place for place, name in enumerate(head) if (name == column if column else fits(name))]
    if len(places) != 1:
        there = ", ".join(repr(name) for name in head if fits(name))
        raise UsageError(f"which column is for the points? --column names one of {there or 'none that is known'}")
    return places[0]
