"""What looks like a mistake and is none gets no diagnosis, and is not blamed for what else is wrong."""

import pytest

from grader.diagnosis import diagnose
from grader.runner import Backend

from .lookalikes import HEAD, PROGRAMS
from .programs import evidence

LOOKS_LIKE = {
    "asyncgen-not-closed",
    "cross-thread",
    "eof-ignored",
    "handled-late",
    "parameter-ignored",
    "pipe-deadlock",
    "resource-not-closed",
    "wrong-except",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_right_program_that_looks_like_a_mistake_gets_nothing(name: str, backend: Backend) -> None:
    """Run against itself, so that no check fails: only what the run proves could be told."""
    program = HEAD + PROGRAMS[name].lstrip("\n")
    found = evidence(backend, program, program)
    assert found.main is not None
    assert type(found.main.outcome).__name__ == "Returned"
    assert diagnose(found) == ()


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_is_not_blamed_for_what_else_is_wrong(name: str, backend: Backend) -> None:
    """Where other lines are asked for, the difference has another cause; only a rule that asks may ask."""
    program = HEAD + PROGRAMS[name].lstrip("\n")
    found = diagnose(evidence(backend, program, program.replace("print(", "print('due:', ")))
    assert found != ()
    assert LOOKS_LIKE & {diagnostic.code for diagnostic in found if diagnostic.certain} == set()
