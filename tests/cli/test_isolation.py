"""Isolation on the command line: what is asked for, what is there, and what comes of it."""

import sys

import pytest

from grader.errors import IsolationError
from grader.runner import isolation


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ((), {"confined": True, "require": "none"}),
        (("--require", "sealed"), {"confined": True, "require": "sealed"}),
        (("--unsafe-no-sandbox",), {"confined": False, "require": "none"}),
    ],
)
def test_what_is_asked_for_is_handed_on(here, judge, grade, arguments, wanted):
    """Without a word: whatever there is."""
    assert grade("gather", *arguments).code == 0
    assert judge.isolation == wanted


def test_in_ci_the_best_is_required(here, judge, grade, monkeypatch):
    """Where nothing else is asked for; the way round stays open, and is recorded."""
    monkeypatch.setenv("CI", "true")
    grade("gather")
    assert judge.isolation == {"confined": True, "require": isolation.HIGHEST.get(sys.platform, "none")}
    grade("gather", "--require", "limited")
    assert judge.isolation == {"confined": True, "require": "limited"}
    grade("gather", "--unsafe-no-sandbox")
    assert judge.isolation == {"confined": False, "require": "none"}


def test_what_contradicts_is_refused(here, judge, grade):
    """Before anything is graded."""
    said = grade("gather", "--unsafe-no-sandbox", "--require", "sealed")
    assert said.code == 4
    assert "contradict" in said.err
    assert judge.asked == []


def test_less_than_is_required_is_no_grade(here, judge, grade):
    """An exit code of its own, one line, and no report."""
    judge.error = IsolationError("isolation 'sealed' is required, and 'limited' is all there is")
    said = grade("gather", "--require", "sealed")
    assert (said.code, said.out) == (6, "")
    assert said.err.count("\n") == 1
    assert not (here / ".grade").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="confinement is tested on Linux only")
def test_doctor_shows_each_probe_beside_its_control(grade):
    """The tier, and a row for each thing that is tried."""
    said = grade("doctor", "--require", "sealed")
    assert said.code == 0
    assert "isolation: sealed" in said.out
    rows = said.out.partition("without isolation\n")[2].splitlines()
    assert len(rows) > 20
    assert all("refused: " in row and row.endswith("possible") for row in rows)
    assert all(len(row) <= 80 for row in rows)


@pytest.mark.parametrize(("name", "value"), [("COLUMNS", "40"), ("ASYNCGRADE_PLAIN", "1")])
def test_doctor_has_sentences_where_a_table_is_no_use(grade, monkeypatch, name, value):
    """On a narrow terminal, and for who cannot see that two words stand in one row."""
    probes = isolation.Isolation(tier="none", probes={"read a file": "EACCES"})
    monkeypatch.setattr("grader.runner.start", lambda backend, confined: None)
    monkeypatch.setattr("grader.cli.doctor._probed", lambda backend: probes)
    monkeypatch.setenv(name, value)
    assert "read a file: refused: EACCES" in grade("doctor").out


def test_doctor_requires(grade, monkeypatch):
    """It fails as grading would."""
    monkeypatch.setattr(isolation, "_tier", lambda _: "limited")
    assert grade("doctor", "--require", "sealed").code == 6


def test_the_secret_comes_from_the_environment(here, judge, grade, monkeypatch):
    """Not from the command line, which everybody can see."""
    grade("gather")
    assert judge.secret == b""
    monkeypatch.setenv("ASYNCGRADE_SECRET", "known to the instructor")
    grade("gather")
    assert judge.secret == b"known to the instructor"
