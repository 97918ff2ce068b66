"""Policies of a class: when a submission came follows from the archive's names, and each change of mind is followed."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

import pytest

from grader.batch import batch, pool, results
from grader.batch.asked import Asked
from grader.batch.attempts import best, chosen, tries
from grader.batch.gradebooks import comment
from grader.batch.intake import Handed
from grader.batch.layouts import moment, owner
from grader.batch.summaries import summary
from grader.model import Attempts, Grading, Late, Submission
from grader.policy import applied

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
    graded = grade("1", "Ann", 12)
    late = applied(graded.report.whole(), Grading(late=Late(off=0.5)), late=True)
    assert comment(replace(graded, report=summary(late, lambda: late))) == (
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


def read(number, readable=True, late=False):
    """Return the row of an attempt."""
    program = Submission(name=f"{number}.py", source="") if readable else None
    return Handed(student="1", name="Ann", submission=program, problem="" if readable else "x", late=late)


@pytest.mark.parametrize(
    ("policy", "readable", "names"),
    [
        (Attempts(), (1, 1, 1), ["3.py"]),
        (Attempts(), (1, 1, 0), [None]),
        (Attempts(most=2), (1, 1, 1), ["2.py"]),
        (Attempts(most=5), (1, 1, 1), ["3.py"]),
        (Attempts(which="best"), (1, 1, 1), ["1.py", "2.py", "3.py"]),
        (Attempts(which="best", most=2), (1, 1, 1), ["1.py", "2.py"]),
        (Attempts(which="best"), (1, 0, 0), ["1.py"]),
        (Attempts(which="best"), (0, 0, 0), [None]),
    ],
)
def test_which_attempts_may_count(policy, readable, names):
    """The last one that is accepted; or all that are and can be read, the last one of these in front."""
    row = chosen([read(number, bool(one)) for number, one in enumerate(readable, 1)], policy)
    assert [one.submission.name if one.submission else None for one in tries(row)] == names
    further = max(0, len(readable) - (policy.most or 3))
    assert row.notes == ((f"no more than 2 attempts count: {further} came after them",) if further else ())


def test_the_best_attempt_is_so_by_its_points_as_policies_have_them():
    """A late one that earns more may count less; of equals the first counts."""
    reports = [grade("1", "Ann", score).report.whole() for score in (8, 10, 8)]
    attempts = tries(replace(read(3), earlier=tries(read(1)) + tries(read(2, late=True))))
    judged = list(zip(attempts, reports, strict=True))
    assert best(judged, Grading()) == 1
    assert best(judged, Grading(late=Late(off=0.5))) == 0


def test_the_best_of_several_attempts_is_graded(tmp_path):
    """It is the page and the row; the table says which it is, and that one came too many."""
    for number, text in enumerate((RIGHT.replace("finished", "done"), RIGHT, "x = 1\n", RIGHT), 8):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"ann-{number}.py").write_text(text, "utf-8")
    (tmp_path / "grading.toml").write_text('[attempts]\nwhich = "best"\nmost = 3\n', "utf-8")
    asked = Asked(
        source=str(tmp_path / "in"),
        exercises=("02_gather",),
        pattern=r"(?P<student>[a-z]+)-(?P<attempt>\d+)\.py",
        grading=str(tmp_path / "grading.toml"),
    )
    counts = []
    for _ in range(2):
        batch.run(
            asked, tmp_path / "out", pool.Order, Here, 1, lambda handed, count: counts.append(count) or list(handed)
        )
    assert counts == [1, 0]
    home = tmp_path / "out" / "02_gather"
    (row,) = csv.DictReader(io.StringIO((home / "grades.csv").read_text("utf-8-sig")))
    assert (row["score"], row["remark"]) == (
        "12",
        "no more than 3 attempts count: 1 came after them; of 3 attempts the best counts, which is number 2",
    )
    (data,) = home.glob("report-*.json")
    assert json.loads(data.read_text("utf-8"))["submission"]["name"] == "ann-9.py"
