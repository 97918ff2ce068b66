"""Random programs go one way on the virtual loop; `benchmarks/fuzz.py` compares it with the stock loop."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(loop: str, after: int, hash_seed: str) -> list[list[str]]:
    """Run programs in a process of their own."""
    command = [sys.executable, "-m", "tests.fidelity.drawn", loop, "0", str(after)]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": hash_seed}, capture_output=True, check=True)
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def ours() -> list[list[str]]:
    return run("virtual", 200, "1")


def test_random_programs_go_the_same_way_under_another_hash_seed(ours):
    """200 programs of sleeps, locks, semaphores, queues, events, time-outs, `gather` and groups of tasks."""
    assert run("virtual", 200, "2") == ours


def test_what_random_programs_print_depends_on_the_loop(ours):
    """The control: where timers of one moment fire the wrong way round, one program in ten and more tells."""
    backwards = run("backwards", 200, "1")
    assert sum(one != other for one, other in zip(ours, backwards, strict=True)) > 20


def test_random_programs_differ(ours):
    """They are not one program over and over, and do not end at once."""
    assert len({json.dumps(lines) for lines in ours}) > 190
    assert sum(map(len, ours)) > 400
