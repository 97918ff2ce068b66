"""`grade verify` shows what came of each program and check, and ends with 1 where one is not as it must be."""

import re
from types import SimpleNamespace

import pytest
from msgspec import structs

from grader.cli import console
from grader.course.mutation import Fate, Mutation
from grader.course.verify import Proof
from grader.exercise import course_root
from grader.model import Equivalent
from grader.rewrite import Mutant

RIGHT = Proof(kind="solution", name="gather.py", score=12, max_score=12)
CAUGHT = Proof(kind="rejected", name="rejected/in_a_row.py", score=6, max_score=12, code="sequential-awaits")
MISSED = Proof(kind="rejected", name="rejected/sleepy.py", score=12, max_score=12, problem="must fail test_it")
CHECK = Proof(kind="check", name="test_it", score=2, max_score=9)


def mutant(operator, before, after):
    """Return a mutant whose text does not matter."""
    return Mutant(operator=operator, function="main", line=7, before=before, after=after, source="")


KILLED = Fate(mutant=mutant("drop-await", "await f()", "f()"), killed_by=("test_it", "test_more"))
KILLED_ALONE = Fate(mutant=mutant("block", "await f()", "time.sleep(1)"), killed_by=("test_more",))
HOLE = Fate(mutant=mutant("do-earlier", "a()\nb()", "b()\na()"))
SAME = Fate(mutant=mutant("swap", "f(1, 2)", "f(2, 1)"), reason="It is a sum.")
MUTATION = Mutation(file="gather.py", checks=("test_it", "test_more"), fates=(KILLED, KILLED_ALONE, SAME))


@pytest.fixture
def course(monkeypatch):
    """Put a course in place that verifies nothing: each exercise gives the proofs that are kept for its name."""
    stand_in = SimpleNamespace(proofs={}, folders=[], mutation=MUTATION)

    def verify(folder, *, on_result):
        stand_in.folders.append(folder)
        proofs = stand_in.proofs.get(folder.name, [RIGHT])
        for proof in proofs:
            on_result(proof)
        return proofs

    def mutate(folder, *, on_progress):
        stand_in.folders.append(folder)
        for done in range(3):
            on_progress(done, 2)
        return stand_in.mutation

    monkeypatch.setattr("grader.course.verify.verify", verify)
    monkeypatch.setattr("grader.course.mutation.mutate", mutate)
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


def test_the_mutants_of_a_solution_have_their_table(grade, course):
    """How many each check kills, how many no other one does; then those that survive, each with what was changed."""
    course.mutation = structs.replace(MUTATION, fates=(KILLED, KILLED_ALONE, HOLE, SAME))
    said = grade("verify", "--mutants", "gather")
    assert said.out.splitlines() == [
        "02_gather",
        "     check                                                        kills alone",
        "     test_it                                                          1     0",
        "     test_more                                                        2     1",
        "NOT  do-earlier, main, line 7",
        "     - a()",
        "     - b()",
        "     + b()",
        "     + a()",
        "     no check fails for it",
        "ok   swap, main, line 7",
        "     - f(1, 2)",
        "     + f(2, 1)",
        "     equivalent: It is a sum.",
        "4 mutants of gather.py: 2 killed, 1 equivalent, 1 found by no check",
    ]
    assert (said.code, said.err) == (1, "")
    assert course.folders == [course_root() / "exercises" / "02_gather"]


def test_quiet_shows_of_the_mutants_what_is_to_be_mended(grade, course):
    """Where all are killed or equivalent that is nothing, and the exit code is 0."""
    said = grade("verify", "--mutants", "-q", "gather")
    assert said.out.splitlines() == [
        "02_gather",
        "3 mutants of gather.py: 2 killed, 1 equivalent, 0 found by no check",
    ]
    assert said.code == 0


def test_what_is_listed_and_is_not_so_is_told(grade, course):
    """An equivalence that does not hold any more, and a check that goes wrong, are to be mended, too."""
    entry = Equivalent(operator="swap", function="main", before="f(1, 2)", after="f(2, 1)", reason="It is a sum.")
    broken = structs.replace(HOLE, broken="test_it: KeyError: 1")
    course.mutation = structs.replace(MUTATION, fates=(broken,), stale=((entry, "is not equivalent"),))
    said = grade("verify", "--mutants", "-q", "gather")
    assert said.out.splitlines() == [
        "02_gather",
        "NOT  do-earlier, main, line 7",
        "     - a()",
        "     - b()",
        "     + b()",
        "     + a()",
        "     a check went wrong: test_it: KeyError: 1",
        "NOT  swap, main",
        "     - f(1, 2)",
        "     + f(2, 1)",
        "     listed in equivalent.toml, but is not equivalent",
        "1 mutants of gather.py: 0 killed, 0 equivalent, 0 found by no check",
    ]
    assert said.code == 1


def test_progress_is_shown_where_somebody_looks(grade, course, monkeypatch):
    """On standard error, and taken back at the end; the table is not disturbed."""
    monkeypatch.setattr(console.sys.stderr, "isatty", lambda: True)
    said = grade("verify", "--mutants", "gather")
    assert re.split("\r+", said.err) == ["", "0 of 2 mutants of 02_gather", "1 of 2 mutants of 02_gather", " " * 27, ""]
    assert said.out == grade("verify", "--mutants", "gather").out
