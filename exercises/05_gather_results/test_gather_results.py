"""Checks of 05_gather_results: results come back in the order asked."""

from grader import any_order, at, call, points, service

ORDERS = {"tea": 3, "coffee": 1, "water": 2}


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for tea with 3, coffee with 1 and water with 2, once each"""
    run = await submission.run("main", replace={"task": _tasks(ORDERS)})

    assert run.calls("task") == any_order(*(call(item, delay) for item, delay in ORDERS.items()))


@points(2, depends=test_main_calls_task)
async def test_task_waits_and_returns(submission, rng):
    """`task` waits as long as it is told, returns its text, and prints nothing"""
    for delay in (rng.randint(1, 8) + 0.25, rng.randint(2, 9)):  # one that is no whole number, and one that is
        item = rng.name()
        run = await submission.run("task", item, delay)

        assert run.returned == f"{item} after {delay} s"
        assert run.duration == delay
        assert run.output == []


@points(1, depends=test_main_calls_task)
async def test_tasks_do_not_mix(submission, rng):
    """`task`s that run at once wait at the same time, and each returns its own text"""
    items, delays = rng.names(3), rng.delays(3)
    run = await submission.run("scenario:several_at_once", items, delays)

    assert run.returned == [f"{item} after {delay} s" for item, delay in zip(items, delays, strict=True)]
    assert run.duration == max(delays)


@points(3, depends=test_main_calls_task)
async def test_runs_all_at_the_same_time(submission):
    """`main` starts all three at once, and ends when the slowest has ended"""
    run = await submission.run("main", replace={"task": _tasks(ORDERS)})

    assert run.calls("task") == any_order(*(call(item, delay, at=0) for item, delay in ORDERS.items()))
    assert run.duration == 3


@points(3, depends=test_main_calls_task)
async def test_results_in_the_order_asked(submission, rng):
    """`main` prints what the tasks returned, in the order asked, whatever they return and however long they take"""
    short, middle, long = sorted(rng.delays(3))
    long += 8  # longer than any limit that the example would bear
    texts = [f"{name} is served" for name in rng.names(3)]
    again = [texts[2], texts[0], texts[2]]
    for seconds, results in (
        ((short, middle, long), texts),
        ((middle, long, short), again),
        ((long, middle, short), texts),
    ):
        times, returns = (dict(zip(ORDERS, values, strict=True)) for values in (seconds, results))
        run = await submission.run("main", replace={"task": _tasks(times, returns)})

        assert run.output.texts == results

    def in_order(run):
        assert run.output.texts == texts

    returns = dict(zip(ORDERS, texts, strict=True))
    varied = _tasks(ORDERS, returns, may_vary=True)
    await submission.explore("main", in_order, schedules=10, replace={"task": varied})


@points(2, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines at t=3, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(3, "tea after 3 s", "coffee after 1 s", "water after 2 s")]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []

    for slowest in ORDERS:
        run = await submission.run("main", replace={"task": _tasks({slowest: 30})})
        assert run.left_behind == []
        assert run.calls("task").unanswered == []


def _tasks(times, returns=None, *, may_vary=False):
    """Put a service in place of `task` that takes these times and returns these texts, by item."""
    texts = returns or {}
    return service(
        seconds=lambda item, delay: times.get(item, 1),
        returns=lambda item, delay: texts.get(item, f"{item} after {delay} s"),
        may_vary=may_vary,
    )
