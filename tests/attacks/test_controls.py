"""Right programs that look unusual pass, sealed: what they may use is there."""

import pytest

from .command import SEALED
from .entries import Entry
from .oracles import bounds, inert, judge, processes
from .surroundings import HERE

RIGHT = [
    *(f"controls:{path.stem}" for path in sorted((HERE / "controls").glob("*.py"))),
    "hostile_source:healthy",
    "hostile_source:long",
]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_program_passes(name, trial):
    """Every point, exit code 0, and nothing left."""
    seen = trial(Entry(name, "", frozenset(), "")).graded(SEALED)
    assert (seen.status, seen.report["score"], seen.err) == (0, seen.report["max_score"], "")
    assert [oracle(seen) for oracle in (processes, judge, bounds, inert)] == [[], [], [], []]


@pytest.mark.parametrize("name", ["controls:gather", "controls:to_thread"])
def test_a_right_program_passes_for_an_ordinary_user_without_namespaces(name, trial, somebody):
    """The least that there is to defend with is not too much for a right program."""
    seen = trial(Entry(name, "", frozenset(), ""), somebody, namespaces=False).graded(SEALED)
    assert (seen.status, seen.report["score"]) == (0, seen.report["max_score"])
