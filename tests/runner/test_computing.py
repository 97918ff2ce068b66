"""A step of the event loop that computes for long is told, with a line that does not depend on the machine."""

import subprocess
import sys
from contextlib import contextmanager

import pytest

from grader.model import Computed, LimitExceeded, Limits, Returned

from .programs import execute

LIMITS = Limits(cpu_seconds=20, wall_seconds=110, steps=10**6)

BUSY = """
import asyncio, hashlib, resource

def used():
    return sum(resource.getrusage(resource.RUSAGE_THREAD)[:2])

def compute(seconds):
    end = used() + seconds
    while used() < end:
        sum(range(2000))

async def beat():
    for _ in range(3):
        await asyncio.sleep(1)
"""
"""`compute` spends so much of its thread's own processor time, however busy the machine is."""


def computed(finished):
    """Return the lines at which the event loop's thread computed."""
    return [event.place.line for event in finished.trace.events if isinstance(event, Computed)]


def program(body, before=""):
    """Return a program whose `main` has this body from line 100 on."""
    head = BUSY.strip() + "\n" + before + "\n"
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return head + "\n" * (98 - head.count("\n")) + f"async def main():\n{lines}"


WORK = "\nasync def work():\n    compute(0.5)\n"
WORK_LINE = program("", WORK).splitlines().index("    compute(0.5)") + 1

COMPUTES = {
    "a helper": ("compute(0.5)", 100),
    "a helper in a task": ("await asyncio.gather(beat(), asyncio.create_task(work()))", WORK_LINE),
    "a loop": ("for _ in range(50):\n    total = 0\n    compute(0.01)\nawait asyncio.sleep(0)", 100),
    "a loop in a loop with a wait": (
        "for n in range(2):\n    for _ in range(50):\n        compute(0.01)\n    await beat()",
        101,
    ),
    "nested loops": ("for _ in range(10):\n    if True:\n        for _ in range(5):\n            compute(0.01)", 100),
    "a statement of several lines": ("total = [\n    1,\n    sum(compute(0.01) or 1 for _ in range(50)),\n]", 100),
    "one call of C": ("sum(range(3 * 10**7))", 100),
    "one call of C that lets others run": ("hashlib.pbkdf2_hmac('sha256', b'spam', b'eggs', 2_000_000)", 100),
    "a callback": ("asyncio.get_running_loop().call_soon(compute, 0.5)\nawait asyncio.sleep(1)", 8),
    "after a wait": ("await asyncio.sleep(1)\ncompute(0.5)\nawait asyncio.sleep(1)", 101),
    "two lines": ("compute(0.3)\ncompute(0.3)", 100),
    "with output": ("for n in range(10):\n    print(n)\n    compute(0.05)", 100),
}
"""What computes for half a second -> its body, and the line that is told."""


@pytest.mark.parametrize("name", COMPUTES)
def test_a_step_that_computes_is_told_with_its_line(quick, name):
    """The outermost loop without a wait, or the statement."""
    body, line = COMPUTES[name]
    finished = quick(program(body, WORK), limits=LIMITS)
    assert finished.trace.outcome == Returned()
    assert computed(finished) == [line]


def test_what_is_told_of_it_is_always_the_same(quick):
    """Task, call and place; and nothing of the time that it took."""
    source = program("await beat()\ncompute(0.5)\nawait beat()")
    found = {str(quick(source, limits=LIMITS).trace.events) for _ in range(5)}
    assert len(found) == 1
    (told,) = [e for e in quick(source, limits=LIMITS).trace.events if isinstance(e, Computed)]
    assert (told.time, told.task, told.call, told.place.line) == (3_000_000_000, 1, 1, 101)


RIGHT = {
    "short steps": "for _ in range(60):\n    compute(0.02)\n    await asyncio.sleep(0)",
    "short steps of many tasks": (
        "async def short():\n    compute(0.02)\nawait asyncio.gather(*(short() for _ in range(60)))"
    ),
    "a thread": "await asyncio.gather(beat(), asyncio.to_thread(compute, 0.5), asyncio.to_thread(compute, 0.5))",
    "a thread that computes in C": (
        "work = asyncio.to_thread(hashlib.pbkdf2_hmac, 'sha256', b'spam', b'eggs', 1_000_000)\n"
        "await asyncio.gather(beat(), work)"
    ),
    "a wait for real": "import time\nawait asyncio.to_thread(__import__('select').select, [], [], [], 0.3)",
    "many lines": "for n in range(10_000): print()",
    "many tasks": "await asyncio.gather(*(asyncio.sleep(n / 10) for n in range(5_000)))",
    "many turns": "for _ in range(10_000): await asyncio.sleep(0.001)",
    "many objects": (
        "import gc\nheap = []\n"
        "for _ in range(40):\n    heap += [[] for _ in range(10_000)]\n    await asyncio.sleep(0)\n"
        "for _ in range(30): gc.collect()"
    ),
    "many imports": "import xml.dom.minidom, http.server, tarfile, sqlite3, unittest.mock, ctypes, wave",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_does_not_compute_for_long_is_not_told(quick, name):
    """Short steps however many, other threads, the engine's own work, imports, the collection of garbage."""
    finished = quick(program(RIGHT[name]), limits=LIMITS)
    assert finished.trace.outcome == Returned()
    assert computed(finished) == []


def test_what_is_computed_while_the_file_is_loaded_is_not_told(quick):
    """Even in an event loop."""
    before = "compute(0.4)\nasync def early(): compute(0.4)\nasyncio.run(early())"
    assert computed(quick(program("pass", before), limits=LIMITS)) == []


@contextmanager
def busy_machine():
    """Keep every processor busy."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_busy_machine_makes_nothing_compute(quick):
    """Right programs get no such event there, and what computes does: processor time is the thread's own."""
    with busy_machine():
        found = {name: computed(quick(program(body), limits=LIMITS)) for name, body in RIGHT.items()}
        found["control"] = computed(quick(program("compute(0.5)"), limits=LIMITS))
    assert found == {name: [] for name in RIGHT} | {"control": [100]}


@pytest.mark.parametrize("body", ["while True: pass", "sum(range(10**11))"])
def test_what_computes_for_ever_ends_by_the_limit(zygote, body):
    """With its line where Python can tell it."""
    finished = execute(zygote, program(body), limits=Limits(cpu_seconds=0.5, steps=10**9))
    outcome = finished.trace.outcome
    assert isinstance(outcome, LimitExceeded)
    assert (outcome.limit, outcome.place and outcome.place.line) == ("cpu", None if "sum" in body else 100)
