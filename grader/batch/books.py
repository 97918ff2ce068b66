"""A learning platform's own table of grades, or a list of a class, as the instructor downloaded it.

Which platform it is of, the first row says: Moodle's grading worksheet (its headers are translated, so it is known by
what stands below them), and the grade books of Canvas, Blackboard and Brightspace. A list of a class has a column
`student`, and a column `name` where there is one; or it is a student a line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.errors import UsageError

_PARTICIPANT = re.compile(r"\D+(\d+)")
_CANVAS = re.compile(r"(.+) \(\d+\)")
_BLACKBOARD = re.compile(r"(.+) \[Total Pts: (?:up to )?([\d.,]+).*\] ?\|\d+")
_BRIGHTSPACE = re.compile(r"(.+) (?:Points|Text) Grade(?: <.*>)?")

Row = Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Book:
    """A table, understood."""

    platform: str
    """Whose it is; empty for a list of a class."""
    head: Row
    """Its first row."""
    rows: Sequence[Row]
    """The others."""
    student: Callable[[Row], str]
    """What tells students apart in a row, as in the archive's names; empty in a row that is no student's."""
    name: Callable[[Row], str]
    """What the student is called."""
    columns: dict[int, str]
    """Where points can go, and what is graded there."""
    most: Callable[[Row, int], str] = lambda row, column: ""
    """The most points there are in a column, as the table writes it; empty where it does not say."""
    comment: int | None = None
    """Column for a comment, in HTML."""
    encoding: str = "utf-8"
    """How its text becomes bytes."""
    delimiter: str = ","
    """What stands between its cells."""
    newline: str = "\n"
    """What stands between its rows."""

    def written(self, rows: Sequence[Row]) -> bytes:
        """Write the table with other rows."""
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter, lineterminator=self.newline).writerows([self.head, *rows])
        return text.getvalue().encode(self.encoding)


def read(path: Path) -> Book:
    """Read a table. Raises UsageError for one that is none of those that are known."""
    try:
        return understood(path.read_bytes())
    except OSError as error:
        raise UsageError(f"the table {path} cannot be read: {error.strerror}") from error


def understood(data: bytes) -> Book:
    """Tell whose a table is, and where things stand in it. Raises UsageError."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UsageError(f"the table of grades cannot be read as {encoding}: {error.reason}") from error
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if text.strip() else [[]]
    width = len(head)
    # A row that is shorter than the first one lacks what stands at its end.
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    make = next((make for fits, make in _PLATFORMS if fits(head, rows)), None)
    if make is None:
        raise UsageError(
            "the table of grades is none that is known: Moodle's grading worksheet, or the grade book of Canvas, "
            f"Blackboard or Brightspace; a list of a class has a column `student`. Its first row is {', '.join(head)!r}"
        )
    newline = "\r\n" if "\r\n" in text else "\n"
    return replace(make(head, rows), encoding=encoding, delimiter=delimiter, newline=newline)


def _encoding(data: bytes) -> str:
    """Return the encoding that a table's first bytes tell: Blackboard's is UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def _canvas(head: Row, rows: Sequence[Row]) -> Book:
    number, name = head.index("ID"), head.index("Student") if "Student" in head else 0
    possible: Row = next((row for row in rows if row[0].strip() == "Points Possible"), [""] * len(head))
    return Book(
        platform="Canvas",
        head=head,
        rows=rows,
        student=lambda row: row[number],
        name=lambda row: _turned(row[name]),
        columns=_fitting(head, _CANVAS),
        most=lambda row, column: possible[column],
    )


def _blackboard(head: Row, rows: Sequence[Row]) -> Book:
    user, totals = head.index("Username"), [_BLACKBOARD.fullmatch(name) for name in head]

    def most(row: Row, column: int) -> str:
        found = totals[column]
        return found[2] if found else ""

    return Book(
        platform="Blackboard",
        head=head,
        rows=rows,
        student=lambda row: row[user],
        name=_first_and_last(head),
        columns=_fitting(head, _BLACKBOARD),
        most=most,
    )


def _brightspace(head: Row, rows: Sequence[Row]) -> Book:
    """Go by names: an archive of Brightspace has numbers that its grade book does not have."""
    if "First Name" not in head or "Last Name" not in head:
        raise UsageError("Brightspace's table has no names: export it with first and last name")
    called = _first_and_last(head)
    columns = _fitting(head, _BRIGHTSPACE)
    return Book(platform="Brightspace", head=head, rows=rows, student=called, name=called, columns=columns)


def _moodle(head: Row, rows: Sequence[Row]) -> Book:
    """Find the most points, which stand in every row, behind the points; the comment is the last column."""
    number = re.compile(r"\d+[.,]\d\d")
    most = [place for place in range(1, len(head)) if all(number.fullmatch(row[place]) for row in rows)]
    # Blind marking has no names: then a state stands there, the same in many rows.
    named = len({row[1] for row in rows}) > len(rows) / 2

    def student(row: Row) -> str:
        found = _PARTICIPANT.fullmatch(row[0])
        return found[1] if found else ""

    return Book(
        platform="Moodle",
        head=head,
        rows=rows,
        student=student,
        name=lambda row: row[1] if named else row[0],
        columns={most[-1] - 1: head[most[-1] - 1]} if most else {},
        most=lambda row, column: row[column + 1] if column + 1 in most else "",
        comment=len(head) - 1,
    )


def _list(head: Row, rows: Sequence[Row]) -> Book:
    if len(head) == 1 and head[0] != "student":
        head, rows = ["student"], [head, *rows]
    number = head.index("student")
    name = head.index("name") if "name" in head else number
    return Book(
        platform="", head=head, rows=rows, student=lambda row: row[number], name=lambda row: row[name], columns={}
    )


_PLATFORMS: tuple[tuple[Callable[[Row, Sequence[Row]], bool], Callable[[Row, Sequence[Row]], Book]], ...] = (
    (lambda head, rows: "ID" in head and "SIS Login ID" in head, _canvas),
    (lambda head, rows: "OrgDefinedId" in head or "End-of-Line Indicator" in head, _brightspace),
    (lambda head, rows: "Username" in head and any(map(_BLACKBOARD.fullmatch, head)), _blackboard),
    (
        lambda head, rows: bool(rows) and len(head) > 2 and all(_PARTICIPANT.fullmatch(row[0]) for row in rows),
        _moodle,
    ),
    (lambda head, rows: "student" in head or (len(head) == 1 and bool(head[0])), _list),
)
"""Whether a table is of a platform, and what reads it then."""


def _fitting(head: Row, pattern: re.Pattern[str]) -> dict[int, str]:
    found = ((place, pattern.fullmatch(name)) for place, name in enumerate(head))
    return {place: match[1] for place, match in found if match}


def _first_and_last(head: Row) -> Callable[[Row], str]:
    places = [head.index(name) for name in ("First Name", "Last Name") if name in head]
    return lambda row: " ".join(row[place] for place in places).strip()


def _turned(name: str) -> str:
    """Return a name with the first name first."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name
