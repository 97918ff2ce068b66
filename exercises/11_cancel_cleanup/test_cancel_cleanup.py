"""Checks of 11_cancel_cleanup: cancellation is an exception: clean up, then let it go."""

from grader import at, call, points, service


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for the worker, once"""
    run = await submission.run("main", replace={"task": service(seconds=100)}, may_raise=True)

    assert run.calls("task") == [call("worker")]


@points(3, depends=test_main_calls_task)
async def test_ticks_and_closes(submission, rng):
    """`task` prints that it is open, ticks every second for ever, and prints that it is closed when it is cancelled"""
    for ticks in (0, rng.randint(3, 9)):
        name, seconds = rng.name(), ticks + rng.choice((0.25, 0.5, 0.75))
        run = await submission.run("scenario:cancelled_after", name, seconds)

        assert run.output == [
            at(0, f"{name} opened"),
            *(at(second, f"{name} tick") for second in range(1, ticks + 1)),
            at(seconds, f"{name} closed"),
        ]


@points(2, depends=test_main_calls_task)
async def test_ends_as_cancelled(submission, rng):
    """A `task` that is cancelled lets the cancellation go on, and ends as cancelled"""
    run = await submission.run("scenario:cancelled_after", rng.name(), rng.randint(1, 5) + 0.5)

    assert run.returned == "cancelled"


@points(2, depends=test_main_calls_task)
async def test_main_cancels_the_worker(submission):
    """`main` cancels the worker at t=2.5, and says that it is done"""
    run = await submission.run("main", replace={"task": service(seconds=100)})

    assert run.calls("task") == [call("worker", at=0)]
    assert run.output == [at(2.5, "main done")]
    assert run.duration == 2.5


@points(2, depends=test_main_calls_task)
async def test_waits_for_the_end(submission, rng):
    """`main` goes on when the worker has ended, also when its cleanup waits"""
    run = await submission.run("scenario:slow_cleanup", 1 + rng.delay())

    assert run.output.texts == _main_last(run.output.texts.lines)


@points(3, depends=test_main_calls_task)
async def test_prints_the_five_lines(submission):
    """The program prints its five lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(0, "worker opened"),
        at(1, "worker tick"),
        at(2, "worker tick"),
        at(2.5, "worker closed"),
        at(2.5, "main done"),
    ]
    assert run.duration == 2.5


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission, rng):
    """Nothing blocks the event loop, nothing polls, and nothing is left behind"""
    runs = (
        await submission.run("main"),
        await submission.run("main", replace={"task": service(seconds=100)}),
        await submission.run("scenario:slow_cleanup", 1 + rng.delay()),
    )
    for run in runs:
        assert run.blocking == []
        assert run.left_behind == []


def _main_last(lines):
    """Put the line of `main` behind the others."""
    return sorted(lines, key=lambda line: line == "main done")
