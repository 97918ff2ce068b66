"""Checks of 09_fail_together: a group fails as one, and cleans up."""

from grader import any_order, at, call, points, service

JOBS = {"A": (1, True), "B": (2, False), "C": (3, True)}


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for A with 1 and True, B with 2 and False, C with 3 and True, once each"""
    run = await submission.run("main", replace={"task": _tasks({"A": 1, "B": 2, "C": 3})})

    assert run.calls("task") == any_order(*(call(name, *job) for name, job in JOBS.items()))


@points(2, depends=test_main_calls_task)
async def test_task_finishes_or_raises(submission, rng):
    """`task` prints that it started and waits, then prints that it finished, or raises a ValueError"""
    name = rng.name()
    delay, other = rng.delays(2)
    run = await submission.run("task", name, delay, True)

    assert run.output == [at(0, f"{name} started"), at(delay, f"{name} finished")]
    assert run.duration == delay

    run = await submission.run("task", name, other, False, may_raise=True)

    assert run.output == [at(0, f"{name} started")]
    assert run.raised == f"ValueError: {name} failed"
    assert run.duration == other


@points(2, depends=test_main_calls_task)
async def test_cancelled_task_lets_it_go_on(submission, rng):
    """A `task` that is cancelled prints it, and ends at once, as cancelled"""
    for ok in (True, False):
        name, after = rng.name(), rng.delay()
        run = await submission.run("scenario:cancelled", name, after + rng.delay(), ok, after)

        assert run.output == [at(0, f"{name} started"), at(after, f"{name} cancelled")]
        assert run.returned == True  # noqa: E712
        assert run.duration == after


@points(1, depends=test_main_calls_task)
async def test_runs_all_at_the_same_time(submission):
    """`main` starts all three at once"""
    run = await submission.run("main", replace={"task": _tasks({"A": 1, "B": 2, "C": 3})})

    assert run.calls("task") == any_order(*(call(name, *job, at=0) for name, job in JOBS.items()))


@points(2, depends=test_main_calls_task, evidence="reported")
async def test_uses_a_task_group(submission):
    """All three are started by the `create_task` of an `asyncio.TaskGroup`"""
    tasks = _tasks({"A": 1, "B": 2, "C": 3})
    run = await submission.run("main", replace={"task": tasks}, without="asyncio.TaskGroup.create_task")

    assert run.calls("task") == []


@points(2, depends=test_task_finishes_or_raises)
async def test_tells_what_stopped_the_group(submission, rng):
    """`main` prints `stopped: ` and the text of each error of the group, whichever task fails, as soon as it does"""
    for failing in ("B", "A", "C", ""):
        short, middle, long = sorted(rng.delays(3))
        names = [*failing, *(name for name in JOBS if name not in failing)]
        times = dict(zip(names, (short, middle, long), strict=True))
        text = f"{rng.name()} is broken"
        run = await submission.run("main", replace={"task": _tasks(times, {failing: text})})

        assert run.output == ([at(short, f"stopped: {text}")] if failing else [])
        assert run.duration == (short if failing else long)

    run = await submission.run("scenario:slow_to_stop", rng.delay())
    assert run.output.texts == _stopped_last(run.output.texts.lines)


@points(1, depends=test_tells_what_stopped_the_group)
async def test_tells_every_error_of_the_group(submission, rng):
    """When two tasks fail at the same instant, `main` prints a line for each of the two errors"""
    first, second = rng.names(2)
    tasks = _tasks({"A": 1, "B": 1, "C": 3}, {"A": f"{first} is broken", "B": f"{second} is broken"})
    run = await submission.run("main", replace={"task": tasks})

    assert run.output == [at(1, any_order(f"stopped: {first} is broken", f"stopped: {second} is broken"))]
    assert run.left_behind == []


@points(2, depends=test_main_calls_task)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(0, "A started", "B started", "C started"),
        at(1, "A finished"),
        at(2, "C cancelled", "stopped: B failed"),
    ]
    assert run.duration == 2


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _stopped_last(lines):
    """Put the line of `main` behind those of the tasks."""
    return sorted(lines, key=lambda line: line.startswith("stopped: "))


def _tasks(times, failures=None):
    """Put a service in place of `task` that takes these times; those that are to fail do so with these texts."""
    texts = failures or {}
    return service(
        seconds=lambda name, delay, ok: times.get(name, delay),
        raises=lambda name, delay, ok: ValueError(texts[name]) if name in texts else None,
    )
