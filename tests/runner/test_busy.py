"""A machine that is busy changes no outcome: time in which no processor was free is not the program's."""

import os
import subprocess
import sys

import pytest

from grader.model import Blocked, LimitExceeded, Limits, Place
from grader.runner import start
from grader.runner.process import queued

from .conftest import execute
from .programs import FILE

COMPUTES = """
async def main():
    while True: pass
"""
SLEEPS = """
import os
async def main():
    os.read(os.pipe()[0], 1)
"""
LIMITS = Limits(cpu_seconds=0.4, wall_seconds=1)
RIVALS = 5
"""Processes that want the one processor, too: the program would need six times its 0.4 s."""


@pytest.fixture(scope="module")
def crowded():
    """Stand in line for one processor, and start runners there."""
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("processes cannot be kept on one processor here")
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    rivals = [subprocess.Popen([sys.executable, "-S", "-c", "while True: pass"]) for _ in range(RIVALS)]
    backend = start("fork")
    yield lambda source: execute(backend, source, limits=LIMITS).trace
    backend.close()
    for rival in rivals:
        rival.kill()
        rival.wait()
    os.sched_setaffinity(0, allowed)


def test_a_program_that_computes_is_ended_by_processor_time_on_a_busy_machine_too(crowded):
    """Not by real time, of which it has little more: it waits for the processor."""
    trace = crowded(COMPUTES)
    assert trace.outcome == LimitExceeded(limit="cpu", place=Place(FILE, 3))
    assert not any(isinstance(event, Blocked) for event in trace.events)


def test_a_program_that_sleeps_is_ended_by_real_time(crowded):
    """What it waits for itself counts."""
    assert crowded(SLEEPS).outcome == LimitExceeded(limit="wall", place=Place(FILE, 4))


def test_what_a_process_waited_for_a_processor_is_known(crowded):
    """For one that has run, and for none that is gone."""
    crowded(COMPUTES)
    assert queued(os.getpid()) > 0
    assert queued(None) == 0
