"""`grade verify` shows what came of each program and check, and ends with 1 where one is not as it must be."""

import sys
from types import SimpleNamespace

import pytest
from msgspec import structs

from grader.course import Proof
from grader.exercise import course_root

RIGHT = Proof(kind="solution", name="gather.py", score=12, max_score=12)
CAUGHT = Proof(kind="rejected", name="rejected/in_a_row.py", score=6, max_score=12, code="sequential-awaits")
MISSED = Proof(kind="rejected", name="rejected/sleepy.py", score=12, max_score=12, problem="must fail test_it")
CHECK = Proof(kind="check", name="test_it", score=2, max_score=9)


@pytest.fixture
def course(monkeypatch):
    """Put a course in place that verifies nothing: each exercise gives the proofs that are kept for its name."""
    stand_in = SimpleNamespace(proofs={}, folders=[])

    def verify(folder, *, on_result):
        stand_in.folders.append(folder)
        proofs = stand_in.proofs.get(folder.name, [RIGHT])
        for proof in proofs:
            on_result(proof)
        return proofs

    monkeypatch.setitem(sys.modules, "grader.course", SimpleNamespace(verify=verify))
    return stand_in


def test_the_last_row_tells_the_isolation(grade, course):
    """That of the programs; checks have none."""
    course.proofs["02_gather"] = [structs.replace(RIGHT, isolation="sealed"), CHECK]
    assert grade("verify", "gather").out.splitlines()[-1] == "2 rows, all as they must be (isolation: sealed)"


def test_each_program_and_check_has_its_row(grade, course):
    """A program's row has its points and its diagnostic; one that is not as it must be says what is wrong."""
    course.proofs["02_gather"] = [RIGHT, CAUGHT, MISSED, CHECK]
    said = grade("verify", "gather")
    assert said.out.splitlines() == [
        "02_gather",
        "     program or check                             score  caught as",
        "ok   gather.py (solution)                         12/12",
        "ok   rejected/in_a_row.py                          6/12  sequential-awaits",
        "NOT  rejected/sleepy.py                           12/12",
        "     must fail test_it",
        "ok   test_it                                             fails for 2 of 9",
        "4 rows, 1 of them not as they must be",
    ]
    assert said.code == 1


def test_quiet_shows_problems_only(grade, course):
    """With `--quiet` what is as it must be goes without saying."""
    course.proofs["02_gather"] = [RIGHT, MISSED]
    rows = grade("verify", "-q", "gather").out.splitlines()[2:-1]
    assert rows == ["NOT  rejected/sleepy.py                           12/12", "     must fail test_it"]


def test_several_exercises_are_proved_in_turn(grade, course):
    """One exercise with a problem is enough for exit code 1; the others are proved all the same."""
    course.proofs["02_gather"] = [MISSED]
    assert grade("verify", "02", "chain").code == 1
    assert course.folders == [course_root() / "exercises" / slug for slug in ("02_gather", "03_chain")]


def test_exercises_without_a_problem_are_code_zero(grade, course):
    """Nothing to mend is exit code 0."""
    assert grade("verify", "chain").code == 0


def test_an_unknown_exercise_is_told_before_anything_is_proved(grade, course):
    """A typing error in the last name does not cost the time of the first."""
    assert grade("verify", "gather", "gahter").code == 5
    assert course.folders == []


def test_verify_wants_a_name(grade, course):
    """Without an exercise it says what is missing."""
    said = grade("verify")
    assert said.code == 4
    assert "EXERCISE" in said.err
