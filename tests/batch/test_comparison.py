"""Whose points moved is told, with the checks by which they did, in three forms."""

import csv
import io
from dataclasses import replace

from msgspec import structs

from grader.batch.classes import Class
from grader.batch.comparison import FORMATS, moves
from grader.batch.summaries import summary
from grader.exercise import course_root, load_exercise
from grader.model import CheckResult

from .grades import grade

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")


def checked(student, name, *statuses):
    """Return a grade with two checks, six points each."""
    found = grade(student, name, 6.0 * statuses.count("passed"))
    results = tuple(
        CheckResult(
            name=f"t{place}", title=f"Title | {place}", status=status, points=6 * (status == "passed"), max_points=6
        )
        for place, status in enumerate(statuses)
    )
    report = structs.replace(found.report.whole(), results=results)
    return replace(found, report=summary(report, found.report.whole))


BEFORE = [
    checked("1", "Ann", "passed", "failed"),
    checked("2", "=Bo", "passed", "passed"),
    grade("3", "Cy"),
    grade("4", "Di", 0),
]
AFTER = [
    checked("1", "Ann", "passed", "passed"),
    checked("2", "=Bo", "passed", "passed"),
    checked("3", "Cy", "failed", "failed"),
    grade("5", "Ed", 12),
]
FOUND = moves([Class(exercise=EXERCISE, grades=BEFORE)], [Class(exercise=EXERCISE, grades=AFTER)])


def test_whose_points_moved_is_found():
    """Also who could not be graded before, and who is in one of the two only."""
    assert [(move.name, move.before, move.after) for move in FOUND] == [
        ("Ann", "6 of 12", "12 of 12"),
        ("Cy", "unreadable", "0 of 12"),
        ("Ed", "not there", "12 of 12"),
        ("Di", "0 of 12", "not there"),
    ]
    assert [move.checks for move in FOUND] == [(("Title | 1", "failed, 0 of 6", "passed, 6 of 6"),), (), (), ()]


def test_equal_classes_have_no_moves():
    """Nothing is written then but a head."""
    same = [Class(exercise=EXERCISE, grades=BEFORE)]
    assert moves(same, same) == []
    assert [FORMATS[name]([]).count("\n") for name in ("plain", "csv", "markdown")] == [0, 1, 2]


def test_moves_are_told_in_text():
    """A line for each student, and below it the checks."""
    assert FORMATS["plain"](FOUND).splitlines()[:2] == [
        "Ann (1), 02_gather: from 6 of 12 to 12 of 12",
        "    Title | 1: failed, 0 of 6 → passed, 6 of 6",
    ]


def test_moves_are_a_table():
    """A row for the points and one for each check; what a student is called is text in it."""
    evil = [replace(FOUND[0], name="=Bo|<b>\n")]
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](evil).removeprefix("\ufeff"))))
    assert rows[1:] == [
        ["1", "'=Bo|<b> ", "02_gather", "points", "6 of 12", "12 of 12"],
        ["1", "'=Bo|<b> ", "02_gather", "Title | 1", "failed, 0 of 6", "passed, 6 of 6"],
    ]
    line = FORMATS["markdown"](evil).splitlines()[2]
    assert line.startswith("| 1 | =Bo\\|&lt;b>")
    assert line.endswith(" | 02_gather | points | 6 of 12 | 12 of 12 |")
