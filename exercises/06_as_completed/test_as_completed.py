"""Checks of 06_as_completed: handle each result as soon as it is ready."""

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
    item = rng.name()
    for delay in rng.delays(2):  # different ones: a delay of its own fits one of them at most
        run = await submission.run("task", item, delay)

        assert run.returned == f"{item} after {delay} s"
        assert run.duration == delay
        assert run.output == []


@points(3, depends=test_main_calls_task)
async def test_runs_all_at_the_same_time(submission):
    """`main` starts all three at once, and ends when the slowest has ended"""
    run = await submission.run("main", replace={"task": _tasks(ORDERS)})

    assert run.calls("task") == any_order(*(call(item, delay, at=0) for item, delay in ORDERS.items()))
    assert run.duration == 3


@points(3, depends=test_main_calls_task)
async def test_prints_each_when_it_is_ready(submission, rng):
    """Each result is printed as soon as it is ready, whatever it is and whichever is the quickest"""
    orders = rng.sample((("tea", "coffee", "water"), ("water", "coffee", "tea"), ("coffee", "tea", "water")), 3)
    for items in (*orders, ("water", "tea", "coffee")):
        short, middle, long = sorted(rng.delays(3))
        times = dict(zip(items, (short, middle, long + 8), strict=True))  # longer than the example would bear
        texts = dict(zip(items, (f"{name} is served" for name in rng.names(3)), strict=True))
        run = await submission.run("main", replace={"task": _tasks(times, texts)})

        assert run.output == [at(times[item], texts[item]) for item in items]


@points(1, depends=test_prints_each_when_it_is_ready)
async def test_none_is_lost_at_one_instant(submission, rng):
    """When two results are ready at the same instant, both are printed then, in any order"""
    first, second = sorted(rng.delays(2))
    for alone, *pair in (("water", "tea", "coffee"), ("tea", "coffee", "water")):
        texts = dict(zip(ORDERS, (f"{name} is served" for name in rng.names(3)), strict=True))
        together = at(first, any_order(*(texts[item] for item in pair)))
        times = {alone: second} | dict.fromkeys(pair, first)
        run = await submission.run("main", replace={"task": _tasks(times, texts)})

        assert run.output == [together, at(second, texts[alone])]


@points(2, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(1, "coffee after 1 s"), at(2, "water after 2 s"), at(3, "tea after 3 s")]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """`main` waits for all three; nothing is unfinished, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []

    for slowest in ORDERS:
        run = await submission.run("main", replace={"task": _tasks({slowest: 30})})
        assert run.left_behind == []
        assert run.calls("task").unanswered == []


def _tasks(times, texts=None):
    """Put a service in place of `task` that takes these times and returns these texts, by item."""
    known = texts or {}
    return service(
        seconds=lambda item, delay: times.get(item, 1),
        returns=lambda item, delay: known.get(item, f"{item} after {delay} s"),
    )
