"""What is told of a script, of which nothing is asked for: what its run proves, and else a question at most."""

import os
from textwrap import dedent

import msgspec
import pytest

from grader.diagnosis import Evidence, diagnose
from grader.model import Exercise, Interrupted, Limits, TimedOut
from grader.runner import Job, Script, run, start

from .scripts import RIGHT, WRONG

UNASKED = Exercise(slug="", title="", concept="", file="program.py", entry_points=())
LIMITS = Limits(virtual_ns=60 * 10**9)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Give what is told of a program: the codes with the ends of their lines, and the program's own trace."""
    folder = str(tmp_path_factory.mktemp("scripts"))
    backend = start(everything=True, environment=os.environ, confined=False)

    def of(program):
        text = dedent(program)
        script = Script(name="program.py", root=folder, folder=folder, real_time=False)
        job = Job(
            files={"program.py": text},
            main_file="program.py",
            target="__main__",
            limits=LIMITS,
            allows=("subprocesses",),
            script=script,
        )
        trace = run(backend.start(), job).trace
        if isinstance(trace.outcome, TimedOut):
            trace = msgspec.structs.replace(trace, outcome=Interrupted())  # nobody said when it must end
        lines = ["", *text.splitlines()]
        found = diagnose(Evidence(source=text, exercise=UNASKED, findings=(), main=trace))
        return [(one.code, lines[one.line or 0][-6:]) for one in found]

    yield of
    backend.close()


@pytest.mark.parametrize("name", WRONG)
def test_the_first_that_is_told_of_a_wrong_script_is_its_cause_on_its_line(told, name):
    """Whatever else follows from it."""
    code, program = WRONG[name]
    assert told(program)[:1] == [(code, "# here")]


@pytest.mark.parametrize("name", RIGHT)
def test_of_a_right_script_nothing_is_told(told, name):
    """Nor asked, though it looks like a wrong one."""
    assert told(RIGHT[name]) == []
