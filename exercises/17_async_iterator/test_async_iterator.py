"""Checks of 17_async_iterator: an object that is awaited between its items."""

from grader import any_order, at, call, points, service

TICKERS = (call("fast", 3, 1), call("slow", 2, 1.25))


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for fast with 3 and 1, and for slow with 2 and 1.25, once each"""
    run = await submission.run("main", replace={"task": service(seconds=1)}, may_raise=True)

    assert run.calls("task") == any_order(*TICKERS)


@points(3, depends=test_main_calls_task)
async def test_task_prints_each_item(submission, rng):
    """`task` prints a line for each item as it comes, one every interval, and ends with the last one"""
    for count in (1, rng.randint(4, 7)):
        name, interval = rng.name(), rng.delay()
        run = await submission.run("task", name, count, interval)

        assert run.output == [at(number * interval, f"{name} {number}") for number in range(1, count + 1)]
        assert run.duration == count * interval


@points(2, depends=test_task_prints_each_item)
async def test_ticker_waits_before_each_item(submission, rng):
    """A `Ticker` gives 1, 2, … to an `async for`, and waits its interval before each of them"""
    count, interval = rng.randint(2, 5), rng.delay()
    run = await submission.run("scenario:one_ticker", count, interval)

    assert run.output == [at(number * interval, str(number)) for number in range(1, count + 1)]
    assert run.duration == count * interval


@points(2, depends=test_ticker_waits_before_each_item)
async def test_tickers_count_for_themselves(submission, rng):
    """Two tickers at the same time do not disturb each other"""
    slow, fast = rng.names(2)
    run = await submission.run("scenario:two_tickers", [slow, 2, 3], [fast, 3, 1.25])

    assert run.output == [
        at(1.25, f"{fast} 1"),
        at(2.5, f"{fast} 2"),
        at(3, f"{slow} 1"),
        at(3.75, f"{fast} 3"),
        at(6, f"{slow} 2"),
    ]


@points(1, depends=test_task_prints_each_item, evidence="reported")
async def test_uses_anext(submission, rng):
    """The items come from a method `__anext__` of the program's own"""
    run = await submission.run("task", rng.name(), 3, 1, without="__anext__")

    assert run.output == []


@points(2, depends=test_main_calls_task)
async def test_tickers_run_at_the_same_time(submission, rng):
    """`main` runs both at the same time, and ends when the slower one has ended"""
    short, long = sorted(rng.delays(2))
    for times in ({"fast": short, "slow": long}, {"fast": long, "slow": short}):
        run = await submission.run("main", replace={"task": _taking(times)})

        assert run.calls("task") == any_order(call("fast", 3, 1, at=0), call("slow", 2, 1.25, at=0))
        assert run.duration == long
        assert run.left_behind == []


@points(2, depends=test_main_calls_task)
async def test_prints_the_five_lines(submission):
    """The program prints its five lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(1, "fast 1"),
        at(1.25, "slow 1"),
        at(2, "fast 2"),
        at(2.5, "slow 2"),
        at(3, "fast 3"),
    ]
    assert run.duration == 3


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left behind"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.left_behind == []


def _taking(times):
    """Put a service in place of `task` that takes these times, by name."""
    return service(seconds=lambda name, count, interval: times.get(name, 1))
