"""Runs that are made beforehand change nothing but how long it takes."""

import asyncio
import signal
import threading

import pytest

from grader.exercise import course_root, read_submission
from grader.judge import ahead as module, examination, grade, grade_all
from grader.judge.ahead import Ahead, Call
from grader.judge.sameness import identity
from grader.model import Returned, Submission, Trace
from grader.report import render
from grader.runner import Finished, Job

ROOT = course_root()
GATHER = ROOT / "exercises" / "02_gather"

COUNTS = '''
"""Checks whose services keep count."""

from grader import points, service


@points(1)
async def test_counts(submission):
    """`task` is called twice"""
    asked = []
    run = await submission.run("main", replace={"task": service(seconds=lambda name, delay: asked.append(name) or 1)})

    assert run.duration == 1
    assert len(asked) == 2
'''


@pytest.fixture
def made(monkeypatch):
    """Return the runs that were made: the name of the thread, and the job."""
    found: list[tuple[str, Job]] = []
    run = examination.run_job

    def counted(process, job):
        found.append((threading.current_thread().name, job))
        return run(process, job)

    monkeypatch.setattr(examination, "run_job", counted)
    return found


def ended(job: Job) -> Trace:
    """Return the trace of a run that did nothing."""
    return Trace(target=job.target, events=(), outcome=Returned(status=0), duration_ns=0)


def graded(submission: Submission, width: int, folder=GATHER) -> str:
    """Return the report as JSON."""
    return render(grade_all([submission], folder, width=width)[0], "json")


@pytest.mark.parametrize("name", ["gather.py", "rejected/two_awaits_in_a_row.py"])
def test_the_report_is_the_same_on_one_core_and_on_two(made, name):
    """And no run is made twice; all but those of the reference solution were made beforehand."""
    submission = read_submission(ROOT / "solutions" / "02_gather" / name)
    alone = graded(submission, 1)
    before = len(made)
    assert graded(submission, 2) == alone
    assert len(made) == 2 * before
    assert all(thread != "MainThread" for thread, _ in made[before:])


def test_checks_that_need_a_failed_one_are_given_up():
    """Whatever it waits for when that one fails, it asks for nothing more."""
    failed, asked = threading.Event(), []

    def make(job: Job) -> Finished:
        asked.append(job.target)
        assert job.target == "first" or failed.wait(60)
        return Finished(trace=ended(job), value=None, requests=(), over_ns=0)

    ahead = Ahead(make, 2)

    async def fails():
        await ahead.run(Job(files={}, main_file="", target="first"))
        failed.set()
        raise AssertionError

    async def needs_it():
        for target in ("second", "third"):
            await ahead.run(Job(files={}, main_file="", target=target))

    made = ahead.made(
        [Call(name="fails", needs=(), call=fails), Call(name="needs_it", needs=("fails",), call=needs_it)]
    )
    assert "third" not in asked
    assert [finished.trace.target for finished in made.values()] == ["first"]


def test_a_check_that_computes_for_ever_is_left_to_pytest(monkeypatch):
    """It is interrupted, wherever it is; what others ask for is made."""
    monkeypatch.setattr(module, "STEP", 0.02)
    ahead = Ahead(lambda job: Finished(trace=ended(job), value=None, requests=(), over_ns=0), 2)

    async def spins():
        while True:
            pass

    async def asks():
        await asyncio.sleep(0)
        await ahead.run(Job(files={}, main_file="", target="asked"))

    before = signal.getsignal(signal.SIGALRM)
    made = ahead.made([Call(name="spins", needs=(), call=spins), Call(name="asks", needs=(), call=asks)])
    assert [finished.trace.target for finished in made.values()] == ["asked"]
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_service_that_keeps_count_is_called_in_the_check_itself(made, tmp_path):
    """What it counted is looked at: a run that was made beforehand with another list does not do."""
    folder = tmp_path / "02_gather"
    folder.mkdir()
    for file in ("exercise.toml", "gather.py"):
        (folder / file).write_text((GATHER / file).read_text("utf-8"), "utf-8")
    (folder / "test_gather.py").write_text(COUNTS, "utf-8")
    submission = read_submission(ROOT / "solutions" / "02_gather" / "gather.py")
    (report,) = grade_all([submission], folder, width=2)
    assert [result.status for result in report.results] == ["passed"]
    assert [thread == "MainThread" for thread, job in made if job.replace] == [False, True]


def test_what_a_function_reads_counts_as_it_is():
    """Two functions of one text are the same while what they read is equal, and not when it can't be told."""
    from grader import service

    def reading(value):
        return identity(
            Job(files={}, main_file="", target="main", replace={"task": service(seconds=lambda name: value)}),
            as_it_is=True,
        )

    assert reading([1]) == reading([1]) is not None
    assert reading([1]) != reading([2])
    assert reading(iter([1])) is None


def test_what_a_report_is_made_with_is_loaded_in_a_thread():
    """While the runs are waited for; the report is the same."""
    threads = []
    submission = read_submission(ROOT / "solutions" / "02_gather" / "gather.py")
    report = grade(submission, GATHER, meanwhile=lambda: threads.append(threading.current_thread().name))
    assert render(report, "json") == graded(submission, 1)
    assert len(threads) == 1
    assert threads != ["MainThread"]
