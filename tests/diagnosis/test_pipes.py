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


FED = """import asyncio

async def main():
    child = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    child.stdin.write(b"hello"){closing}
    await child.stdout.read()
"""


def told_of_input(closing):
    """Return what is told of a program that writes to another one and waits for the end of what that writes."""
    trace = Trace(target="main()", events=WAITS, outcome=STOPPED, duration_ns=9 * 10**9)
    evidence = Evidence(source=FED.format(closing=closing), exercise=EXERCISE, findings=(), main=trace)
    return [(one.code, one.line, one.certain) for one in diagnose(evidence)][:1]


def test_an_input_that_stays_open_is_asked_about():
    """The other program may wait for its end."""
    assert told_of_input("") == [("stream-hang", 6, False)]


@pytest.mark.parametrize("closing", ["; child.stdin.close()", "; child.stdin.write_eof()"])
def test_an_input_that_is_closed_is_not(closing):
    """The other program has all that it waits for."""
    assert ("stream-hang", 6, False) not in told_of_input(closing)
