"""Runs that share a process: each is what it would be alone, and one that is not in order has no other after it."""

from dataclasses import replace

import pytest

from grader.exercise import course_root, load_course, load_exercise, solution_folder, welcome_packages
from grader.model import Crashed, Protocol, Returned
from grader.runner import Job, Shared, run, session, start
from grader.runner.schedule import KNOBS, Schedule

from .programs import job, texts

ROOT = course_root()


@pytest.fixture
def shared(zygote):
    """Processes that are shared; how many were started."""
    made = Shared(Counted(zygote))
    yield made
    made.close()


class Counted:
    """A backend that counts the processes that it starts."""

    def __init__(self, backend):
        self._backend = backend
        self.started = 0

    def start(self):
        self.started += 1
        return self._backend.start()


def one_after_the_other(shared, source, times=3):
    """Run a program several times in shared processes; return what came of each, and how many were started."""
    found = [shared.run(replace(job(source), shares=True)) for _ in range(times)]
    return found, shared._backend.started


@pytest.mark.parametrize("slug", load_course(ROOT).exercises)
def test_a_run_that_shares_its_process_is_what_it_is_alone(slug):
    """Event by event, under any schedule: nothing is left of the runs before it."""
    folder = ROOT / "exercises" / slug
    exercise = load_exercise(folder)
    text = (solution_folder(folder) / exercise.file).read_text("utf-8")
    usual = Job(
        files={exercise.file: text} | ({"given.py": exercise.given} if exercise.given else {}),
        main_file=exercise.file,
        target="main",
        limits=exercise.limits,
        network=exercise.network,
        allows=exercise.allows,
        forbids=exercise.forbids,
        data=exercise.data,
    )
    schedules = [None, *(Schedule(knobs=KNOBS, seed=seed) for seed in range(3)), None]
    jobs = [replace(usual, schedule=schedule, shares=True) for schedule in schedules]
    backend = start(packages=exercise.packages, welcome=welcome_packages(folder))
    shared = Shared(Counted(backend))
    try:
        for one in jobs:
            found, alone = shared.run(one), run(backend.start(), replace(one, shares=False))
            assert (found.trace, found.value, found.over_ns) == (alone.trace, alone.value, alone.over_ns)
        if not exercise.data and not exercise.allows and "threads" not in text:
            assert shared._backend.started < len(jobs)
    finally:
        shared.close()
        backend.close()


def test_one_process_does_for_all_runs_of_a_program(shared):
    """What a program keeps in its own file, in the environment and on the import path is as it was."""
    source = """
    import asyncio, atexit, os, random, sys
    seen = []
    async def main():
        seen.append(1)
        print(len(seen), "X" in os.environ, len(sys.path), random.random(), asyncio.sleep.__name__)
        os.environ["X"] = "1"
        sys.path.append("here")
        atexit.register(print, "at exit")
        asyncio.get_running_loop().create_task(asyncio.sleep(9))
    """
    found, started = one_after_the_other(shared, source)
    assert started == 1
    assert found[0] == found[1] == found[2]
    assert found[0].trace.outcome == Returned()


def test_another_program_has_another_process(shared):
    """Each may only spoil its own runs."""
    one_after_the_other(shared, "async def main(): pass")
    _, started = one_after_the_other(shared, "async def main(): return 1")
    assert started == 2


@pytest.mark.parametrize(
    "source",
    [
        "import asyncio\nasync def main():\n    await asyncio.Event().wait()\n",
        "import os\nasync def main():\n    os._exit(0)\n",
        "async def main():\n    while True: pass\n",
        "import threading as t, time\nasync def main():\n    t.Thread(target=time.sleep, args=[9], daemon=1).start()\n",
        "async def main():\n    open('left', 'w').close()\n",
        "main = None\n",
    ],
    ids=["waits for ever", "ends its process", "never ends", "leaves a thread", "leaves a file", "has no main"],
)
def test_a_run_that_does_not_end_in_order_is_the_last_of_its_process(shared, source):
    """Then the next one is as if it were the first."""
    found, started = one_after_the_other(shared, source, times=2)
    assert started == 2
    assert found[0] == found[1]


def test_what_a_program_changes_in_the_library_is_there_in_its_next_run(shared, zygote):
    """That is why nothing is found in a shared process: here is the control of the tests that say so."""
    source = """
    import string
    string.runs = getattr(string, "runs", 0) + 1
    async def main():
        print(string.runs)
    """
    found, _ = one_after_the_other(shared, source)
    assert [texts(finished) for finished in found] == [["1"], ["2"], ["3"]]


def test_a_process_that_cannot_be_tidied_up_is_given_up(shared, monkeypatch):
    """What a program left may never end when it goes; its run has ended before."""
    monkeypatch.setattr(session, "LAST_WORDS", 0.05)
    source = """
    import atexit
    class Left:
        def stay(self): pass
        def __del__(self):
            while True: pass
    async def main():
        atexit.register(Left().stay)
        return 5
    """
    found, started = one_after_the_other(shared, source, times=2)
    assert [(finished.trace.outcome, finished.value) for finished in found] == [(Returned(), 5)] * 2
    assert started == 2


FIND = """
import asyncio, gc
def speak_twice():
    channel.speak()
    channel.post(["next"])
    channel.post(["next"])
    channel.flush()
channel = next(o for o in (gc.unfreeze() or gc.get_objects()) if type(o).__name__ == "Channel")
"""


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("    channel.post(['next'])\n    channel.flush()\n", "ready for another run before the end of this one"),
        (
            "    channel.close_with(['result', 0, None, ['d', ['kind', 'returned']]])\n    speak_twice()\n",
            "a message after the result",
        ),
    ],
    ids=["before the end", "twice"],
)
def test_a_word_too_many_is_none_of_ours(shared, source, reason):
    """The one that another job may follow comes once, after the result."""
    found, started = one_after_the_other(shared, f"{FIND}async def main():\n{source}", times=2)
    assert [finished.trace.outcome for finished in found] == [Protocol(reason=reason)] * 2
    assert started == 2


def test_a_run_alone_is_over_with_its_process(quick):
    """To be ready for another one is no part of it."""
    source = f"""{FIND}
async def main():
    channel.close_with(["result", 0, None, ["d", ["kind", "returned"]]])
    channel.speak()
    channel.post(["next"])
    channel.flush()
"""
    assert quick(source).trace.outcome == Protocol(reason="a message after the result")


def test_a_program_that_ends_its_process_after_the_result_ends_the_run(shared):
    """With the status that it gives: nothing is taken for an end in order."""
    source = f"""{FIND}
import posix
async def main():
    channel.close_with(["result", 0, None, ["d", ["kind", "returned"]]])
    posix._exit(3)
"""
    found, started = one_after_the_other(shared, source, times=2)
    assert all(isinstance(finished.trace.outcome, Protocol | Crashed) for finished in found)
    assert started == 2
