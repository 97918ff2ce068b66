"""Programs that are right in their usual run only: what they relied on is named, as text that was read and found good.

`explored/NAME.txt` is what each is told. `python -m tests.diagnosis.test_luck` writes the texts anew.
"""

from __future__ import annotations

import importlib
import sys
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from grader.diagnosis import Evidence, Finding, diagnose
from grader.diagnosis.case import Case
from grader.diagnosis.sharing import lost_update, may_be_lost
from grader.judge.changes import changes
from grader.model import EntryPoint, Exercise
from grader.runner import Backend, Job, run, start

from .lucky import CASES
from .programs import FILE
from .test_golden import told
from .test_sharing import failed

TEXTS = Path(__file__).with_name("explored")
SEED = 7
EXERCISE = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="main"),))


def benchmark() -> ModuleType:
    """Load `benchmarks/schedules.py`, and with it the programs."""
    home = str(Path(__file__).parents[2] / "benchmarks")
    sys.path.insert(0, home)
    try:
        return importlib.import_module("schedules")
    finally:
        sys.path.remove(home)


BENCHMARK = benchmark()
BY_LUCK = {case.name: case for case in BENCHMARK.BY_LUCK if case.name != "lost update, off by one tick"}
LUCKY = BY_LUCK | {case.name: case for case in CASES}
RIGHT = {case.name: case for case in BENCHMARK.RIGHT}


def evidence(backend: Backend, case: object) -> Evidence:
    """Explore a program, and make of what was found the evidence that a judge would have."""
    _, exploration, found = BENCHMARK.found(case, backend, 50, SEED)
    usual = run(backend.start(), exploration.job)
    failed = usual if found is None else found.finished
    finding = Finding(
        check="test_it",
        title="It holds",
        trace=failed.trace,
        reference=None,
        message="something differed",
        expected=("a",),
        actual=("b",),
        usual=None if found is None else usual.trace,
        changes=() if found is None else changes(failed.trace),
    )
    source = exploration.job.files[FILE]
    return Evidence(source=source, exercise=EXERCISE, findings=(finding,), main=usual.trace)


def text(backend: Backend, name: str) -> str:
    """Write the program, and what it is told."""
    case = LUCKY[name]
    made = evidence(backend, case)
    lines = [f"{number:2} {line}".rstrip() for number, line in enumerate(made.source.splitlines(), 1)]
    return "\n".join([*lines, "", told(diagnose(made))])


def path(name: str) -> Path:
    """Return where the text of a program lies."""
    return TEXTS / f"{name.replace(',', '').replace(':', '').replace(' ', '_')}.txt"


@pytest.mark.slow
@pytest.mark.parametrize("name", LUCKY)
def test_the_words_for_what_is_right_by_luck_are_as_reviewed(backend, name):
    """The cause in the program's own lines first, and then what came otherwise."""
    assert text(backend, name) == path(name).read_text("utf-8")


@pytest.mark.parametrize("name", RIGHT)
def test_no_race_is_seen_in_a_right_program(backend, name):
    """Even where a check failed, for another reason."""
    source = textwrap.dedent(RIGHT[name].source)
    finished = run(backend.start(), Job(files={FILE: source}, main_file=FILE, target="main"))
    case = Case(failed(Evidence(source=source, exercise=EXERCISE, findings=(), main=finished.trace)))
    assert [*lost_update(case), *may_be_lost(case)] == []


def write() -> None:
    """Write all texts anew."""
    backend = start()
    TEXTS.mkdir(exist_ok=True)
    for name in LUCKY:
        path(name).write_text(text(backend, name), "utf-8")
    backend.close()


if __name__ == "__main__":
    write()
