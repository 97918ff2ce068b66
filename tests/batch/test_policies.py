"""Policies of a class: when a submission came follows from the archive's names, and each change of mind is followed."""

import csv
import io
import json
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

import pytest

from grader.batch import batch, pool, results
from grader.batch.asked import Asked
from grader.batch.gradebooks import comment
from grader.batch.grading import Grade, _by_policies
from grader.batch.layouts import moment, owner
from grader.model import Grading, Late

from .grades import grade
from .test_hidden import RIGHT, Here

LATE = "[late]\ndeadline = 2026-11-22T12:00:00\noff = 0.25\n"


@pytest.mark.parametrize(
    ("attempt", "when"),
    [
        ("2026-11-22-08-00", datetime(2026, 11, 22, 8)),
        ("2026-11-22-08-00-12", datetime(2026, 11, 22, 8, 0, 12)),
        ("3", None),
        ("", None),
        ("2026-13-22-08-00", None),
    ],
)
def test_an_attempt_that_is_called_by_its_time_says_when_it_came(attempt, when):
    """Others say nothing."""
    assert moment(attempt) == when


def test_brightspace_says_when_to_the_minute():
    """By the moment in its names."""
    owned = owner(PurePosixPath("1-2 - Ann Lee - Nov 22, 2026 830 AM/gather.py"), "brightspace")
    assert moment(owned.attempt) == datetime(2026, 11, 22, 8, 30)


def test_a_comment_for_a_platform_has_the_reason():
    """Points before and after it."""
    from dataclasses import replace

    graded: Grade = grade("1", "Ann", 12)
    late = _by_policies(replace(graded, handed=replace(graded.handed, late=True)), Grading(late=Late(off=0.5)))
    assert comment(late) == (
        "6 of 12 points. It came late, by how much is not known; one day costs 50%: 6 points in place of 12."
    )


@pytest.fixture(scope="module")
def class_of_two(tmp_path_factory):
    """Two students who handed in the same, one in time; a way to grade them again by another grading.toml."""
    home = tmp_path_factory.mktemp("late")
    for name in ("1-2 - Ann Lee - Nov 22, 2026 1159 AM", "2-2 - Bo Kent - Nov 23, 2026 800 PM"):
        (home / "in" / name).mkdir(parents=True)
        (home / "in" / name / "gather.py").write_text(RIGHT, "utf-8")
    asked = Asked(source=str(home / "in"), exercises=("02_gather",), grading=str(home / "grading.toml"))
    run = partial(batch.run, asked, home / "out", pool.Order, Here, 1)
    judged = []

    def graded(text):
        (home / "grading.toml").write_text(text, "utf-8")
        run(lambda handed, count: judged.append(count) or list(handed))
        with results.reopened(home / "out") as (journal, again, _):
            (read,) = results.read(journal, again)
        table = (home / "out" / "02_gather" / "grades.csv").read_text("utf-8-sig")
        pages = {path.suffix: path.read_text("utf-8") for path in (home / "out" / "02_gather").glob("report-bo*")}
        return judged, read, list(csv.DictReader(io.StringIO(table))), pages

    return graded


def test_who_comes_late_has_fewer_points_everywhere(class_of_two):
    """In the table with the reason, on the page and in the data; and when the policy goes, so does the rest."""
    judged, read, table, pages = class_of_two(LATE)
    assert judged == [2]
    said = "It came 2 days late, and each day that has begun costs 25%: 6 points in place of 12."
    assert [(row["name"], row["status"], row["late"], row["score"], row["remark"]) for row in table] == [
        ("Ann Lee", "passed", "", "12", ""),
        ("Bo Kent", "passed", "late", "6", said),
    ]
    assert [found.score for found in read.grades] == [12, 6]
    assert said in pages[".html"]
    assert (json.loads(pages[".json"])["score"], json.loads(pages[".json"])["adjustments"][0]["before"]) == (6, 12)

    judged, read, table, pages = class_of_two("")
    assert judged == [2, 0]  # what the checks gave stands
    assert [(row["late"], row["score"], row["remark"]) for row in table] == [("", "12", "")] * 2
    assert said not in pages[".html"]
