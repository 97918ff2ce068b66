"""Checks of 08_partial_failure: one failure need not stop the others."""

from grader import any_order, call, points, service

JOBS = {"A": (1, True), "B": (2, False), "C": (3, True)}


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for A with 1 and True, B with 2 and False, C with 3 and True, once each"""
    run = await submission.run("main", replace={"task": _tasks({"A": 1, "B": 2, "C": 3})})

    assert run.calls("task") == any_order(*(call(name, *job) for name, job in JOBS.items()))


@points(2, depends=test_main_calls_task)
async def test_task_returns_or_raises(submission, rng):
    """`task` waits as long as it is told, then returns its text, or raises a RuntimeError; it prints nothing"""
    name = rng.name()
    delay, other = rng.delays(2)
    run = await submission.run("task", name, delay, True)

    assert run.returned == f"{name} ok"
    assert run.duration == delay
    assert run.output == []

    run = await submission.run("task", name, other, False, may_raise=True)

    assert run.raised == f"RuntimeError: {name} failed"
    assert run.duration == other
    assert run.output == []


@points(2, depends=test_main_calls_task)
async def test_runs_all_at_the_same_time(submission):
    """`main` starts all three at once"""
    run = await submission.run("main", replace={"task": _tasks({"A": 1, "B": 2, "C": 3})})

    assert run.calls("task") == any_order(*(call(name, *job, at=0) for name, job in JOBS.items()))


@points(3, depends=test_task_returns_or_raises)
async def test_one_failure_stops_no_other(submission, rng):
    """A failure is told by the error's own text, and the others go on to their ends, whichever of them fails"""
    for failing in ("B", "A", "C", "AC", "ABC"):
        short, middle, long = sorted(rng.delays(3))
        long += 8  # longer than any limit that the example would bear
        names = "".join(sorted(JOBS, key=lambda name: name not in failing))
        times = dict(zip(names, (short, middle, long), strict=True))
        texts = dict(zip(JOBS, (f"{name} was asked" for name in rng.names(3)), strict=True))
        run = await submission.run("main", replace={"task": _tasks(times, texts, failing)})

        assert run.output.texts == list(texts.values())
        assert run.duration == long


@points(2, depends=test_main_calls_task)
async def test_lines_in_the_order_asked(submission, rng):
    """The lines come in the order A, B, C, whatever time each of the three takes"""
    short, middle, long = sorted(rng.delays(3))
    texts = dict(zip(JOBS, (f"{name} was asked" for name in rng.names(3)), strict=True))
    for seconds in ((long, middle, short), (middle, long, short), (long, short, middle)):
        times = dict(zip(JOBS, seconds, strict=True))
        run = await submission.run("main", replace={"task": _tasks(times, texts)})

        assert run.output.texts == list(texts.values())

    def in_order(run):
        assert run.output.texts == list(texts.values())

    varied = _tasks({"A": 1, "B": 2, "C": 3}, texts, may_vary=True)
    await submission.explore("main", in_order, schedules=10, replace={"task": varied})


@points(2, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines, and nothing else; it ends at t=3"""
    run = await submission.run("main")

    assert run.output.texts == ["A ok", "B failed", "C ok"]
    assert run.duration == 3


@points(0, depends=test_task_returns_or_raises, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []

    for slowest in JOBS:
        run = await submission.run("main", replace={"task": _tasks({slowest: 30}, failing="B")})
        assert run.left_behind == []
        assert run.calls("task").unanswered == []


def _tasks(times, texts=None, failing="", *, may_vary=False):
    """Put a service in place of `task` that takes these times; it returns these texts, or fails with them."""
    known = texts or {}
    return service(
        seconds=lambda name, delay, ok: times.get(name, 1),
        returns=lambda name, delay, ok: known.get(name, f"{name} ok"),
        raises=lambda name, delay, ok: RuntimeError(known.get(name, f"{name} failed")) if name in failing else None,
        may_vary=may_vary,
    )
