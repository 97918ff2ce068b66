"""`grade` with checks of an instructor's own, and for whom it writes."""

import json
import sys

import pytest

from grader.model import UNDECIDED, Decision
from grader.runner import isolation

from . import conftest


@pytest.fixture
def private(here):
    """A folder with checks for 02_gather, and what is decided of one."""
    folder = here / "private"
    folder.mkdir()
    (folder / "test_more.py").write_text("", "utf-8")
    (folder / "grading.toml").write_text('[checks.test_sesame]\ndetail = "cause"\n', "utf-8")
    return folder


def test_checks_and_what_is_decided_are_handed_on(private, judge, grade):
    """The file beside the checks, or the one that is named; without either nothing."""
    grade("gather")
    assert judge.added == (None, UNDECIDED)
    grade("gather", "--checks", "private")
    assert judge.added[0] == private.relative_to(private.parent)
    assert judge.added[1].checks == {"test_sesame": Decision(detail="cause")}
    (private.parent / "mine.toml").write_text("[checks.test_b]\n", "utf-8")
    grade("gather", "--grading", "mine.toml")
    assert list(judge.added[1].checks) == ["test_b"]


def test_a_file_beside_the_program_decides_nothing(here, judge, grade):
    """A student can write there."""
    (here / "grading.toml").write_text("[added]\nvisibility = 'visible'\n", "utf-8")
    assert grade("gather").code == 0
    assert judge.added == (None, UNDECIDED)


def test_where_something_is_hidden_the_best_isolation_is_required(private, judge, grade):
    """A program that reads files would read the checks; less is given only where it is asked for."""
    grade("gather", "--checks", "private")
    assert judge.isolation["require"] == isolation.HIGHEST.get(sys.platform, "none")
    grade("gather", "--checks", "private", "--require", "limited")
    assert judge.isolation["require"] == "limited"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--checks", "missing"), 5, "no folder missing"),
        (("--checks", "empty"), 5, "there is no test_*.py in empty"),
        (("--grading", "missing.toml"), 5, "no file missing.toml"),
        (("--grading", "wrong.toml"), 4, "wrong.toml: Object contains unknown field `late_`"),
        (("--for", "everybody"), 4, "'everybody' is not one of 'student', 'instructor'"),
    ],
)
def test_what_cannot_be_used_is_told(here, judge, grade, arguments, code, told):
    """In one sentence, and nothing is graded."""
    (here / "empty").mkdir()
    (here / "wrong.toml").write_text("[late_]\n", "utf-8")
    said = grade("gather", *arguments)
    assert (said.code, judge.asked) == (code, [])
    assert told in said.err


def test_a_student_is_not_told_and_an_instructor_is(here, judge, grade, monkeypatch):
    """On standard output, in further files, and on the page beside the program, which is always the student's."""
    made = conftest.report
    monkeypatch.setattr(conftest, "report", lambda submission, statuses: _with_a_secret(made(submission, statuses)))
    judge.statuses = ["passed", "failed"]
    student = grade("gather", "--format", "json", "--also", "junit", "student.xml")
    instructor = grade("gather", "--format", "json", "--also", "junit", "all.xml", "--for", "instructor")
    assert (student.code, instructor.code) == (1, 1)
    assert (json.loads(student.out)["audience"], json.loads(instructor.out)["audience"]) == ("student", "instructor")
    assert "sesame" not in student.out + (here / "student.xml").read_text("utf-8")
    assert "sesame" in instructor.out
    assert "sesame" in (here / "all.xml").read_text("utf-8")
    assert "sesame" not in (here / ".grade" / "last.html").read_text("utf-8")


def _with_a_secret(made):
    from msgspec.structs import replace

    shown, secret = made.results
    return replace(made, results=(shown, replace(secret, title="sesame", visibility="hidden")), for_students=())
