"""Checks of 18_async_generator: produce while you wait, and clean up when the reader leaves."""

from grader import at, call, points, service


@points(3)
async def test_task_prints_two_numbers(submission, rng):
    """`task` prints the first two numbers as they come, closes the generator, and only then prints `task done`"""
    for start in (rng.randint(10, 99), 2):
        run = await submission.run("task", start)

        assert run.output == [
            at(1, str(start)),
            at(2, str(start - 1)),
            at(2, f"countdown {start} closed"),
            at(2, "task done"),
        ]
        assert run.duration == 2
        assert run.left_behind == []


@points(2)
async def test_counts_down(submission, rng):
    """`countdown` waits before each number, gives them down to 1, and prints its line at the end"""
    start, interval = rng.randint(3, 6), rng.delay()
    run = await submission.run("scenario:read_all", start, interval)

    assert run.output == [
        *(at((start - number + 1) * interval, str(number)) for number in range(start, 0, -1)),
        at(start * interval, f"countdown {start} closed"),
    ]
    assert run.duration == start * interval


@points(2, depends=test_counts_down)
async def test_closes_when_the_reader_leaves(submission, rng):
    """A `countdown` that is closed early prints its line"""
    start, interval, numbers = rng.randint(5, 9), rng.delay(), rng.randint(1, 4)
    run = await submission.run("scenario:close_early", start, interval, numbers)

    assert run.output == [at(numbers * interval, f"countdown {start} closed")]


@points(2, depends=test_counts_down)
async def test_closes_after_error_and_cancellation(submission, rng):
    """A `countdown` that an error or a cancellation ends prints its line, and lets that go on"""
    start, interval = rng.randint(5, 9), rng.delay()
    run = await submission.run("scenario:throw", start, interval)
    assert run.output == [at(interval, f"countdown {start} closed")]
    assert run.returned == "LookupError"

    seconds = interval * 2.5
    run = await submission.run("scenario:cancel", start, interval, seconds)
    assert run.output == [at(seconds, f"countdown {start} closed")]
    assert run.returned == "cancelled"


@points(2)
async def test_main_collects_then_runs_task(submission, rng):
    """`main` collects three numbers, prints the list, and then runs `task` with 5"""
    seconds = rng.delay()
    run = await submission.run("main", replace={"task": service(seconds=seconds)})

    assert run.calls("task") == [call(5, at=3)]
    assert run.output == [at(3, "countdown 3 closed", "[3, 2, 1]")]
    assert run.duration == 3 + seconds


@points(2)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(3, "countdown 3 closed", "[3, 2, 1]"),
        at(4, "5"),
        at(5, "4"),
        at(5, "countdown 5 closed"),
        at(5, "task done"),
    ]
    assert run.duration == 5


@points(0, depends=test_prints_the_six_lines, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left behind"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.left_behind == []
