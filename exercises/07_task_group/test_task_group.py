"""Checks of 07_task_group: a task group waits for all of its tasks."""

from grader import any_order, at, call, points, service

JOBS = {"A": 2, "B": 1, "C": 3}


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for A with 2, B with 1 and C with 3, once each"""
    run = await submission.run("main", replace={"task": _tasks(JOBS)})

    assert run.calls("task") == any_order(*(call(name, delay) for name, delay in JOBS.items()))


@points(2, depends=test_main_calls_task)
async def test_task_waits_and_returns(submission, rng):
    """`task` waits as long as it is told, returns its text, and prints nothing"""
    name = rng.name()
    for delay in rng.delays(2):  # different ones: a delay of its own fits one of them at most
        run = await submission.run("task", name, delay)

        assert run.returned == f"{name} done"
        assert run.duration == delay
        assert run.output == []


@points(2, depends=test_main_calls_task)
async def test_runs_all_at_the_same_time(submission):
    """`main` starts all three at once"""
    run = await submission.run("main", replace={"task": _tasks(JOBS)})

    assert run.calls("task") == any_order(*(call(name, delay, at=0) for name, delay in JOBS.items()))


@points(2, depends=test_main_calls_task, evidence="reported")
async def test_uses_a_task_group(submission):
    """All three are started by the `create_task` of an `asyncio.TaskGroup`"""
    run = await submission.run("main", replace={"task": _tasks(JOBS)}, without="asyncio.TaskGroup.create_task")

    assert run.calls("task") == []


@points(3, depends=test_main_calls_task)
async def test_prints_when_all_are_done(submission, rng):
    """When the last task has ended, `main` prints what the tasks returned, in order, and then `all done`"""
    short, middle, long = sorted(rng.delays(3))
    long += 8  # longer than any limit that the example would bear
    for seconds in ((short, middle, long), (long, short, middle), (middle, long, short)):
        texts = [f"{name} is ready" for name in rng.names(3)]
        times, returns = (dict(zip(JOBS, values, strict=True)) for values in (seconds, texts))
        run = await submission.run("main", replace={"task": _tasks(times, returns)})

        assert run.output == [at(max(seconds), *texts, "all done")]


@points(2, depends=test_main_calls_task)
async def test_prints_the_four_lines(submission):
    """The program prints its four lines at t=3, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(3, "A done", "B done", "C done", "all done")]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _tasks(times, texts=None):
    """Put a service in place of `task` that takes these times and returns these texts, by name."""
    known = texts or {}
    return service(
        seconds=lambda name, delay: times.get(name, delay),
        returns=lambda name, delay: known.get(name, f"{name} done"),
    )
