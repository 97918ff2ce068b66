"""Checks of 20_keep_responsive: hand blocking work to a thread."""

from grader import any_order, at, call, points, service
from grader.model import RealTime

BEAT = 0.75
LENGTHS = (1, 1.25, 1.75, 2)
"""Seconds: at none of them a beat is due. They are few, since processes live in real time."""

GIVEN = """
import asyncio
import time


def slow_hash(text):
    time.sleep({seconds})
    return {numbers}.get(text, 0)


async def heartbeat():
    try:
        while True:
            await asyncio.sleep(0.75)
            print("beat")
    finally:
        if {cleanup}:
            try:
                await asyncio.sleep({cleanup})
            finally:
                print("the heart has stopped")
"""


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for spam and for eggs, once each"""
    replace = {"task": service(seconds=1, returns=1), "given.heartbeat": service(seconds=100)}
    run = await submission.run("main", replace=replace, may_raise=True)

    assert run.calls("task") == any_order(call("spam"), call("eggs"))


@points(2, depends=test_main_calls_task)
async def test_task_returns_the_number(submission, rng):
    """`task` returns what `slow_hash` gives for its text, and begins at once"""
    text, number, seconds = rng.name(), rng.number(), rng.choice(LENGTHS)
    run = await submission.run("task", text, given=_given(seconds, {text: number}))

    assert run.returned == number
    assert run.output == []
    if _is_exact(run):
        assert run.duration == seconds


@points(3, depends=test_task_returns_the_number)
async def test_loop_goes_on_meanwhile(submission, rng):
    """While two `task`s are at work, both at once, the event loop goes on"""
    texts, seconds = rng.names(2), rng.choice(LENGTHS)
    numbers = {text: rng.number() for text in texts}
    run = await submission.run("scenario:two_beside_heartbeat", *texts, given=_given(seconds, numbers))

    assert run.returned == list(numbers.values())
    if _is_exact(run):
        assert run.output == _beats(seconds)
        assert run.duration == seconds
    else:
        assert run.output.texts == ["beat"] * max(len(run.output), 1)


@points(2, depends=test_main_calls_task)
async def test_main_runs_all_at_the_same_time(submission, rng):
    """`main` runs heartbeat and both `task`s at the same time, and prints spam, then eggs, when both are done"""
    for slower, seconds in (("spam", rng.choice((1, 1.25))), ("eggs", rng.choice((3.5, 4)))):
        spam, eggs = rng.number(), rng.number()
        times, numbers = {"spam": 0.5, "eggs": 0.5, slower: seconds}, {"spam": spam, "eggs": eggs}
        tasks = service(seconds=lambda text, t=times: t.get(text, 1), returns=lambda text, n=numbers: n.get(text, 0))
        run = await submission.run("main", replace={"task": tasks})

        assert run.calls("task") == any_order(call("spam", at=0), call("eggs", at=0))
        assert run.output == [*_beats(seconds), at(seconds, f"spam {spam}", f"eggs {eggs}")]


@points(2, depends=test_main_calls_task)
async def test_stops_the_heartbeat(submission, rng):
    """`main` stops the heartbeat, and goes on when it has ended, also when that takes time"""
    spam, eggs = rng.number(), rng.number()
    run = await submission.run("main", given=_given(1, {"spam": spam, "eggs": eggs}, cleanup=0.5))

    beats = ["beat"] * max(len(run.output) - 3, 1)
    assert run.output.texts == [*beats, "the heart has stopped", f"spam {spam}", f"eggs {eggs}"]


@points(3, depends=test_main_calls_task)
async def test_prints_the_four_lines(submission):
    """The program prints two beats and the two numbers at the right times, and nothing else"""
    run = await submission.run("main")

    numbers = ["spam 1138425661", "eggs 2207570030"]
    if _is_exact(run):
        assert run.output == [*_beats(2), at(2, *numbers)]
        assert run.duration == 2
    else:
        assert run.output.texts == ["beat"] * max(len(run.output) - 2, 1) + numbers


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left behind"""
    run = await submission.run("main")

    assert run.left_behind == []
    if _is_exact(run):  # leaving a pool of processes waits a moment for their end; a longer wait silences the heart
        assert run.blocking == []


def _given(seconds, numbers, cleanup=0):
    """Put another `given.py` in place: hashing takes so long and gives these numbers, the heart so long to stop."""
    return GIVEN.format(seconds=seconds, numbers=numbers, cleanup=cleanup)


def _is_exact(run):
    """Whether the times of a run are exact: they are not where it waited for a process."""
    return not any(isinstance(event, RealTime) for event in run.trace.events)


def _beats(seconds):
    """Return the beats that are heard in so many seconds."""
    return [at(BEAT * n, "beat") for n in range(1, int(seconds / BEAT) + 1)]
