"""The exercises of the course are proved: right programs pass, wrong ones fail for what is wrong with them."""

from collections import Counter

import pytest

from grader.course.mutation import mutate
from grader.course.verify import programs, verify
from grader.exercise import course_root, load_course, load_equivalents, read_submission
from grader.judge import grade_all
from grader.rewrite import mutants

ROOT = course_root()
EXERCISES = load_course(ROOT).exercises
FIRST, FULL = ("02_gather", "03_chain", "14_bounded"), pytest.mark.mutants_full
"""Exercises whose solutions are always tried with mistakes in them, and the mark of the others."""
HOLDS = {False: (), True: pytest.mark.course_full}
LONG = ("08_partial_failure", "13_producer_consumer", "14_bounded", "29_crawler")
"""Exercises whose programs take longest, by what is explored or how many there are: those are proved by hand."""


@pytest.mark.parametrize("slug", EXERCISES)
def test_every_exercise_has_programs_to_be_proved_with(slug):
    """Five right ones and ten wrong ones at least."""
    kinds = Counter(kind for kind, _ in programs(ROOT / "exercises" / slug))
    assert (kinds["stub"], kinds["solution"]) == (1, 1)
    assert kinds["accepted"] >= 5
    assert kinds["rejected"] >= 10


@pytest.mark.slow
@pytest.mark.parametrize("slug", [pytest.param(slug, marks=HOLDS[slug in LONG]) for slug in EXERCISES])
def test_every_exercise_holds(slug):
    """Nothing is to be mended."""
    proofs = verify(ROOT / "exercises" / slug)
    assert {proof.name: proof.problem for proof in proofs if not proof.holds} == {}
    assert len(proofs) > 20


@pytest.mark.slow
@pytest.mark.parametrize("slug", LONG)
def test_the_solution_passes_and_the_stub_does_not(slug):
    """Of the exercises whose other programs are not proved always, too."""
    cases = programs(ROOT / "exercises" / slug)[:2]
    stub, solution = grade_all([read_submission(path) for _, path in cases], ROOT / "exercises" / slug)
    assert (stub.score, solution.score) == (0, solution.max_score)


@pytest.mark.parametrize("folder", sorted((ROOT / "solutions").iterdir()), ids=lambda folder: folder.name)
def test_what_is_listed_as_equivalent_is_made_of_the_solution(folder):
    """None was left over when the solution was edited, and none is listed twice."""
    (solution,) = folder.glob("*.py")
    listed = [(entry.operator, entry.function, entry.before, entry.after) for entry in load_equivalents(folder)]
    made = {
        (mutant.operator, mutant.function, mutant.before, mutant.after)
        for mutant in mutants(solution.read_text("utf-8"))
    }
    assert [entry for entry in listed if entry not in made] == []
    assert len(listed) == len(set(listed))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("slug", [slug if slug in FIRST else pytest.param(slug, marks=FULL) for slug in EXERCISES])
def test_every_mistake_in_a_solution_is_found(slug):
    """A mutant fails a check, or is listed as equivalent."""
    found = mutate(ROOT / "exercises" / slug)
    assert [(fate.mutant.operator, fate.mutant.line, fate.mutant.after) for fate in found.holes] == []
    assert (found.broken, found.stale) == ((), ())
    assert len(found.fates) > 10
