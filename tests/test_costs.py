"""What grading costs, counted in ways that no machine changes: forks, messages, bytes, sessions, imports.

Every bound is what is needed now. A change that costs more shows here, and one that has to raises the figure; how long
it all takes, `benchmarks/` measures. Beside each bound stands something that costs a little more: it must be over it.
"""

import os
import subprocess
import sys
from concurrent.futures import Executor, Future
from typing import NamedTuple

import pytest

from grader.batch import pool
from grader.diagnosis import Evidence, Finding, diagnose
from grader.exercise import course_root, read_submission
from grader.judge import examination, exploring, grade_all, worker
from grader.model import Exercise, Returned, Submission
from grader.runner import Job, run, start
from grader.trace import timeline

ROOT = course_root()
EXERCISE = ROOT / "exercises" / "02_gather"
RIGHT = read_submission(ROOT / "solutions" / "02_gather" / "gather.py")
WRONG = read_submission(ROOT / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py")
BROKEN = Submission(name=RIGHT.name, source="(")
"""A program that is not worth a run."""
MORE = Submission(name=RIGHT.name, source=RIGHT.source.replace("\n\n\nif", '\n    await task("Task C", 1)\n\n\nif'))
"""The right program with one call more."""


class Cost(NamedTuple):
    """What a run costs, or a submission with all its runs."""

    forks: int
    up: int
    """Frames from the runner to the judge."""
    down: int
    """Frames from the judge to the runner."""
    size: int
    """Bytes from the runner to the judge."""


RUN = Cost(forks=1, up=5, down=4, size=1_050)
"""One run of `main`: ready, loaded, each of two services called and idle until its reply, the result."""
SUBMISSION = {
    "right": Cost(7, 39, 20, 7_050),
    "wrong": Cost(9, 51, 26, 8_550),
    "another": Cost(7, 39, 20, 6_200),
}
"""All checks of 02_gather; the first wrong program has the reference solution run as well, for all that follow."""


def over(found, most):
    """Return what is more than it may be: name -> (found, at most)."""
    named = zip(most._fields, found, most, strict=True)
    return {name: (one, bound) for name, one, bound in named if one > bound}


class Tapped:
    """A runner's process whose frames are counted."""

    def __init__(self, process):
        self._process, self._said, self._down = process, b"", 0

    def __getattr__(self, name):
        return getattr(self._process, name)

    def send(self, data):
        self._down += 1
        self._process.send(data)

    def read(self, timeout):
        found = self._process.read(timeout)
        self._said += b"".join(data for source, data in found if source == "up")
        return found

    @property
    def cost(self):
        frames, begin = 0, 0
        while begin < len(self._said):
            frames, begin = frames + 1, begin + 4 + int.from_bytes(self._said[begin : begin + 4], "big")
        return Cost(1, frames, self._down, len(self._said))


class Counting:
    """Starts what the judge asks for, and counts."""

    def __init__(self, monkeypatch):
        self.zygotes, self.runs, self._start = 0, [], worker.start
        monkeypatch.setattr(worker, "start", self.start)

    def start(self, *arguments, **settings):
        self.zygotes += 1
        backend = self._start(*arguments, **settings)
        fork = backend.start

        def tapped():
            self.runs.append(Tapped(fork()))
            return self.runs[-1]

        backend.start = tapped
        return backend


def total(costs):
    return Cost(*map(sum, zip(*costs, strict=True)))


@pytest.fixture(scope="module")
def costs():
    """Grade in one session: name -> what each run cost, the probe of the confinement among them."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        counting = Counting(patch)

        def told(name):
            found[name], counting.runs = [run.cost for run in counting.runs], []

        def submissions():
            told("probe")
            for name, submission in (
                ("first", RIGHT),
                ("right", RIGHT),
                ("wrong", WRONG),
                ("another", WRONG),
                ("one call more", MORE),
            ):
                yield submission
                told(name)
            patch.setattr(examination, "identity", lambda job: None)
            yield RIGHT
            told("nothing shared")

        grade_all(submissions(), EXERCISE, backend="fork")
    return found


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


@needs_fork
def test_a_run_takes_so_many_messages_and_bytes(costs):
    """A run of `main` is 5 frames up and 4 down; one call more in the program is seen in each figure."""
    assert over(costs["right"][0], RUN) == {}
    assert over(costs["one call more"][0], RUN).keys() == {"up", "down", "size"}


@needs_fork
@pytest.mark.parametrize("name", SUBMISSION)
def test_a_submission_takes_so_many_forks_messages_and_bytes(costs, name):
    """Equal runs are run once: 7 forks for a program; 9 for the first wrong one of a session."""
    assert over(total(costs[name]), SUBMISSION[name]) == {}


@needs_fork
def test_runs_that_are_not_shared_are_seen(costs):
    """Where equal runs are not recognised every figure is over its bound."""
    assert over(total(costs["nothing shared"]), SUBMISSION["right"]).keys() == {*Cost._fields}


@needs_fork
def test_the_first_submission_of_a_session_costs_one_fork_more(costs):
    """That one tries the confinement; checks are collected, and pytest begins, without any."""
    assert over(total(costs["probe"]), Cost(forks=1, up=2, down=1, size=1_000)) == {}
    assert over(total(costs["first"]), SUBMISSION["right"]) == {}


@needs_fork
def test_explored_runs_share_a_process(monkeypatch):
    """A program of 05_gather_results has 32 runs under other schedules, which take two forks at most."""
    solution = read_submission(ROOT / "solutions" / "05_gather_results" / "gather_results.py")
    counting = Counting(monkeypatch)
    found = []

    def submissions():
        for share in (exploring.shared, lambda job: job):
            monkeypatch.setattr(exploring, "shared", share)
            counting.runs = []
            yield solution
            found.append(len(counting.runs))

    grade_all(submissions(), ROOT / "exercises" / "05_gather_results", backend="fork")
    together, alone = found
    assert together <= 15 < alone


class Inline(Executor):
    """Works at once, in this process."""

    def __init__(self, width):
        self.width = width

    def submit(self, function, *arguments):
        future = Future()
        future.set_result(function(*arguments))
        return future


@needs_fork
def test_a_chunk_of_a_batch_takes_one_session_and_one_zygote(monkeypatch):
    """The first program is a chunk of its own, the two after it share a session and a zygote; chunks of one do not."""
    sessions, main = [], pytest.main
    monkeypatch.setattr(pytest, "main", lambda *given, **named: sessions.append(1) or main(*given, **named))
    counting, executors = Counting(monkeypatch), []

    def started(chunk):
        sessions.clear()
        executors.clear()
        counting.zygotes = 0
        order = pool.Order(exercise=EXERCISE, backend="fork")
        list(pool.judged(order, [BROKEN] * 3, lambda width: executors.append(width) or Inline(width), 1, chunk))
        return {"sessions": len(sessions), "zygotes": counting.zygotes, "executors": len(executors)}

    assert started(pool.CHUNK) == {"sessions": 2, "zygotes": 2, "executors": 1}
    assert started(1) == {"sessions": 3, "zygotes": 3, "executors": 1}


# --- imports ---

LOADED = """
import os, sys
before = set(sys.modules)

def tell(event, _=None):
    if event in ("subprocess.Popen", "end"):
        os.write(2, " ".join(set(sys.modules) - before).encode())
        os._exit(0)

sys.addaudithook(tell)
{beforehand}
from grader.cli import main
main(sys.argv[1:])
tell("end")
"""
"""Tells the modules that were imported when the first process is started (the zygote, for one), or else at the end."""


class Imports(NamedTuple):
    """Which modules are imported."""

    packages: frozenset[str]
    """Top-level names beside the standard library's."""
    slow: frozenset[str]
    """Of the standard library, those that take long, or bring many."""
    modules: int
    """How many there are."""


SLOW = frozenset({"asyncio", "email", "http", "importlib.metadata", "logging", "multiprocessing", "sqlite3", "ssl"})
HELP = Imports(frozenset({"click", "grader"}), frozenset(), 96)
GRADE = Imports(frozenset({"click", "grader", "msgspec", "typing_extensions"}), frozenset(), 224)
"""Before the zygote is started: no pytest, no jinja2, no rich. They are imported while it gets ready."""


def imported(*arguments, beforehand=""):
    """Return what the command imports in a process of its own."""
    driver = LOADED.replace("{beforehand}", beforehand)
    done = subprocess.run(
        [sys.executable, "-c", driver, *arguments],
        cwd=ROOT / "solutions" / "02_gather",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    names = frozenset(done.stderr.split())
    tops = {name.partition(".")[0] for name in names}
    return Imports(frozenset(tops - sys.stdlib_module_names), names & SLOW, len(names))


def too_much(found, most):
    """Return what is imported and may not be, and how many modules where they are too many."""
    return found.packages - most.packages, found.slow - most.slow, max(0, found.modules - most.modules)


@pytest.mark.parametrize(("argument", "most"), [("--help", HELP), ("02", GRADE)])
def test_little_is_imported_at_start_up(argument, most):
    """What a verb imports before it works is a short list; a package more, or a slow module, is seen."""
    assert too_much(imported(argument), most) == (set(), set(), 0)
    packages, slow, modules = too_much(imported(argument, beforehand="import asyncio, iniconfig"), most)
    assert packages == {"iniconfig"}
    assert slow >= {"asyncio"}
    assert modules > 0


# --- growth ---

MANY = """
import asyncio


async def served(reader, writer):
    writer.close()


async def serve():
    await asyncio.start_server(served, "127.0.0.1", 0)


async def work(n):
    await asyncio.sleep(n % 7)
    if n % 3 == 0:
        raise ValueError("no")


async def main():
    await asyncio.gather(*(work(n) for n in range({tasks})), return_exceptions=True)
"""


def executed(action):
    """Return how many lines are executed; each turn of a loop within one counts."""
    lines, before = 0, sys.gettrace()

    def count(frame, event, _):
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        action()
    finally:
        sys.settrace(before)
    return lines


@pytest.fixture(scope="module")
def traces():
    """Run a program of some tasks, and of four times as many: (trace, source) of each."""
    backend, found = start(), []
    for tasks in (160, 640):
        source = MANY.format(tasks=tasks)
        job = Job(files={"work.py": source}, main_file="work.py", target="main")
        found.append((run(backend.start(), job).trace, source))
    backend.close()
    assert {type(trace.outcome) for trace, _ in found} == {Returned}
    return found


def growth(traces, action):
    """Return how many times as much the longer trace takes: 4 is linear, 16 quadratic."""
    few, many = (executed(lambda one=one: action(*one)) for one in traces)
    return many / few


def diagnosed(trace, source):
    exercise = Exercise(slug="", title="", concept="", file="work.py", entry_points=())
    nothing = {"reference": None, "message": "", "expected": (), "actual": ()}
    finding = Finding(check="test_main", title="", trace=trace, **nothing)
    diagnose(Evidence(source=source, exercise=exercise, findings=(finding,), main=trace))


def test_what_is_made_of_a_trace_grows_with_it(traces):
    """Four times as many tasks take about four times as many steps to diagnose and to draw, not sixteen."""
    assert growth(traces, diagnosed) < 4.3
    assert growth(traces, lambda trace, _: timeline(trace, None)) < 4.3


def test_what_grows_with_the_square_is_seen(traces):
    """To look at every event for each fortieth one is over that."""
    assert growth(traces, lambda trace, _: [max(two.time for two in trace.events) for _ in trace.events[::40]]) > 10
