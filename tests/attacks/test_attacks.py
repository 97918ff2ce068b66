"""Every attack on the real command fails, and succeeds where nothing stands in its way."""

import os
from collections.abc import Callable

import pytest

from .command import NO_ISOLATION, SEALED
from .control import CONTROLS
from .entries import ELSEWHERE, ENTRIES, Entry
from .oracles import ORACLES, verdict
from .surroundings import HERE


def _rows(always: Callable[[Entry], bool]) -> pytest.MarkDecorator:
    """Take every row of the table; those that are not tried always are marked."""
    rows = [(entry, () if always(entry) else pytest.mark.attacks_full) for entry in ENTRIES]
    return pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.name, marks=marks) for entry, marks in rows])


EACH = _rows(lambda entry: entry.first or entry.name in ELSEWHERE)
AGAIN = _rows(lambda entry: entry.name in ELSEWHERE)


def complaints(entry: Entry, seen) -> dict[str, list[str]]:
    """Return what is wrong, by oracle."""
    found = {"V": verdict(seen, entry.kinds), **{name: ORACLES[name](seen) for name in entry.oracles}}
    if seen.report is not None and seen.report["environment"]["isolation"] != "sealed":
        found["isolation"] = [seen.report["environment"]["isolation"]]
    return {name: problems for name, problems in found.items() if problems}


@EACH
def test_the_attack_fails(entry, trial):
    """Whoever runs the tests runs the command."""
    seen = trial(entry).graded(SEALED)
    assert complaints(entry, seen) == {}


@AGAIN
def test_the_attack_fails_where_no_namespace_can_be_made(entry, trial):
    """As in a container: the rest of the defence holds."""
    seen = trial(entry, namespaces=False).graded(SEALED)
    assert complaints(entry, seen) == {}


@AGAIN
def test_the_attack_fails_for_an_ordinary_user(entry, trial, somebody):
    """The command runs without any right of its own."""
    seen = trial(entry, somebody).graded(SEALED)
    assert complaints(entry, seen) == {}


@AGAIN
def test_the_attack_fails_for_an_ordinary_user_without_namespaces(entry, trial, somebody):
    """Both at once: the least that there is to defend with."""
    seen = trial(entry, somebody, namespaces=False).graded(SEALED)
    assert complaints(entry, seen) == {}


@EACH
def test_the_attack_succeeds_where_nothing_stands_in_its_way(entry, trial):
    """Without the defence, or against a naive grader: else the tests above prove nothing."""
    assert CONTROLS[entry.control](trial(entry)) != []


def test_every_file_of_the_corpus_has_a_row():
    """And every row a file."""
    assert {path.stem for path in (HERE / "corpus").iterdir() if path.name != "__pycache__"} == {
        entry.source for entry in ENTRIES if entry.source != "hostile_source"
    }


def test_the_defence_is_to_be_had_here(trial):
    """Where the command cannot seal a run, nothing above was tried."""
    seen = trial(ENTRIES[0]).graded(SEALED)
    assert seen.status != NO_ISOLATION, os.uname()
