"""A wait for another program that no limit of the program's ends lasts up to that of the run: told from a trace."""

import pytest

from grader.diagnosis import Evidence, diagnose
from grader.model import EntryPoint, Exercise, LimitExceeded, Place, RealTime, Resumed, Returned, Suspended, Trace

FILE = "program.py"
EXERCISE = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="main"),))
SOURCE = """import asyncio

async def main():
    child = await asyncio.create_subprocess_exec("yes", stdout=asyncio.subprocess.PIPE)
    {reader}
    await child.wait()
"""
WAITS = (
    Suspended(time=0, task=1, call=1, awaiting="Process.wait()", on=(), place=Place(FILE, 6)),
    RealTime(time=0, reason="a subprocess"),
)
STOPPED = LimitExceeded(limit="wall", place=None)


def found(reader="pass", events=WAITS, outcome=STOPPED):
    trace = Trace(target="main()", events=events, outcome=outcome, duration_ns=9 * 10**9)
    evidence = Evidence(source=SOURCE.format(reader=reader), exercise=EXERCISE, findings=(), main=trace)
    return [diagnostic.code for diagnostic in diagnose(evidence)]


def test_a_wait_that_the_run_s_own_limit_ends_is_asked_about():
    """It is the full pipe, and no computation, that took the time."""
    assert found() == ["pipe-deadlock"]


@pytest.mark.parametrize(
    "reader",
    [
        "reading = asyncio.create_task(child.stdout.read())",
        "asyncio.create_task(copy(child.stdout))",
        "asyncio.create_task(watch(child))",
        "async for line in child.stdout: print(line)",
    ],
)
def test_a_wait_beside_a_reader_is_not(reader):
    """Whoever reads the pipe, the program does not wait for a reader."""
    assert "pipe-deadlock" not in found(reader)


def test_a_wait_that_ended_is_not():
    """The other program had written all that it had to write."""
    assert found(events=(*WAITS, Resumed(time=10**9, task=1)), outcome=Returned()) == []
