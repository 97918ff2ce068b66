"""Checks of 13_producer_consumer: a queue between those who make and those who do."""

import re

from grader import any_order, anything, at, call, points, service

WORKERS = ("worker 1", "worker 2")
NUMBERS = (1, 2, 3, 4, 5)


@points(1)
async def test_main_leaves_the_work_to_task(submission):
    """`main` calls `task`, and leaves the work to it"""
    run = await submission.run("scenario:main_for", 5, replace={"task": service(seconds=60)}, may_raise=True)

    calls = run.calls("task")
    assert calls == any_order(*[call(anything, anything)] * max(len(calls), 1))
    assert [line for line in run.output.texts.lines if " did " in line] == []


@points(2, depends=test_main_leaves_the_work_to_task)
async def test_main_runs_two_workers(submission):
    """`main` runs worker 1 and worker 2 at the same time, and no others"""
    run = await submission.run("scenario:main_for", 5, replace={"task": service(seconds=60)}, may_raise=True)

    assert run.calls("task") == any_order(*(call(name, anything, at=0) for name in WORKERS))


@points(0, depends=test_main_leaves_the_work_to_task, evidence="reported")
async def test_never_polls(submission):
    """Nothing polls, and nothing blocks the event loop"""
    run = await submission.run("scenario:main_for", 5, may_raise=True)

    assert run.blocking == []


@points(3, depends=test_main_leaves_the_work_to_task)
async def test_worker_does_what_comes(submission, rng):
    """`task` works 1 second on each number that comes, prints its line, and waits when the queue is empty"""
    for numbers in ([rng.number(), rng.number()], [0, rng.number()]):
        name, pause = rng.name(), 3 + rng.delay()
        run = await submission.run("scenario:numbers_come", name, numbers, pause)

        assert run.output == [at(pause * (n + 1) + 1, f"{name} did {number}") for n, number in enumerate(numbers)]


@points(2, depends=test_worker_does_what_comes)
async def test_marks_what_is_done(submission, rng):
    """`task` marks each number as done when the work on it is done, 0 too"""
    for numbers in ([rng.number(), rng.number(), rng.number()], [0]):
        run = await submission.run("scenario:numbers_lie_there", rng.name(), numbers)

        assert run.duration == len(numbers)
        assert run.left_behind == []


@points(1, depends=test_worker_does_what_comes)
async def test_worker_ends_when_cancelled(submission, rng):
    """A `task` that is cancelled in the midst of its work ends, and takes no other number"""
    run = await submission.run("scenario:cancelled_at_work", rng.name(), [rng.number(), rng.number()])

    assert run.returned == [True, 1]


@points(2, depends=test_main_leaves_the_work_to_task)
async def test_waits_until_all_is_done(submission):
    """`main` prints `all done` when every number is done, whatever time the work takes"""

    def all_done_at_last(run):
        assert run.output.texts == _done_at_last(run.output.texts.lines)

    await submission.explore("main", all_done_at_last, delays_may_vary=True)


@points(2, depends=test_main_leaves_the_work_to_task)
async def test_prints_the_six_lines(submission):
    """The program prints two lines each at t=1 and t=2, one and `all done` at t=3, and nothing else"""
    run = await submission.run("main")

    lines = _done_at_last(run.output.texts.lines)
    assert run.output == [
        at(1, any_order(*lines[:2])),
        at(2, any_order(*lines[2:4])),
        at(3, *lines[4:]),
    ]
    assert run.duration == 3


@points(1, depends=test_main_leaves_the_work_to_task)
async def test_stops_the_workers(submission, rng):
    """`main` stops the workers, and goes on when they have ended, also when that takes time"""
    run = await submission.run("scenario:slow_to_end", rng.delay())

    assert run.output.texts == sorted(run.output.texts.lines, key=lambda line: line == "all done")


@points(0, depends=test_main_leaves_the_work_to_task, evidence="reported")
async def test_leaves_nothing_behind(submission, rng):
    """Nothing is left behind, and a worker does not block the event loop"""
    for run in (await submission.run("main"), await submission.run("scenario:slow_to_end", rng.delay())):
        assert run.left_behind == []

    run = await submission.run("scenario:numbers_come", rng.name(), [rng.number(), 0], 3 + rng.delay())
    assert run.blocking == []


def _done_at_last(lines):
    """Return the six lines: as they came, if each number was done once, by any worker; else an example of them."""
    found = [re.fullmatch(r"worker [12] did (\d)", line) for line in lines[:5]]
    if sorted(int(match[1]) for match in found if match) == list(NUMBERS):
        return [*lines[:5], "all done"]
    return [*(f"worker {2 - number % 2} did {number}" for number in NUMBERS), "all done"]
