"""The exercises of the course are proved: right programs pass, wrong ones fail for what is wrong with them."""

from collections import Counter

import pytest

from grader.course import programs, verify
from grader.exercise import course_root, load_course

ROOT = course_root()
EXERCISES = load_course(ROOT).exercises


@pytest.mark.parametrize("slug", EXERCISES)
def test_every_exercise_has_programs_to_be_proved_with(slug):
    """Five right ones and ten wrong ones at least."""
    kinds = Counter(kind for kind, _ in programs(ROOT / "exercises" / slug))
    assert (kinds["stub"], kinds["solution"]) == (1, 1)
    assert kinds["accepted"] >= 5
    assert kinds["rejected"] >= 10


@pytest.mark.slow
@pytest.mark.parametrize("slug", EXERCISES)
def test_every_exercise_holds(slug):
    """Nothing is to be mended."""
    proofs = verify(ROOT / "exercises" / slug)
    assert {proof.name: proof.problem for proof in proofs if not proof.holds} == {}
    assert len(proofs) > 20
