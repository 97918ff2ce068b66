"""Checks of 02_gather: two tasks at once, the shorter one finishes first."""

from grader import any_order, at, call, points, service


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for Task A with 2 and for Task B with 1, once each"""
    run = await submission.run("main", replace={"task": service(seconds=lambda name, delay: delay)})

    assert run.calls("task") == any_order(call("Task A", 2), call("Task B", 1))


@points(2, depends=test_main_calls_task)
async def test_task_prints_and_waits(submission, rng):
    """`task` prints that it started, waits as long as it is told, and prints that it finished"""
    name = rng.name()
    for delay in rng.delays(2):  # different ones: a delay of its own fits one of them at most
        run = await submission.run("task", name, delay)

        assert run.output == [at(0, f"{name} started"), at(delay, f"{name} finished")]
        assert run.duration == delay


@points(1, depends=test_main_calls_task)
async def test_tasks_overlap(submission, rng):
    """Two `task`s that run at once wait at the same time"""
    slow, fast = rng.names(2)
    short, long = sorted(rng.delays(2))
    run = await submission.run("scenario:two_at_once", [slow, long], [fast, short])

    assert run.output == [
        at(0, f"{slow} started", f"{fast} started"),
        at(short, f"{fast} finished"),
        at(long, f"{slow} finished"),
    ]


@points(3, depends=test_main_calls_task)
async def test_runs_both_at_the_same_time(submission):
    """`main` starts Task A, then Task B, both at once"""
    run = await submission.run("main", replace={"task": service(seconds=lambda name, delay: delay)})

    assert run.calls("task") == [call("Task A", 2, at=0), call("Task B", 1, at=0)]


@points(2, depends=test_main_calls_task)
async def test_waits_for_both(submission, rng):
    """`main` ends when the slower task has ended, whatever time they take, and leaves nothing unfinished"""
    short, long = rng.delay(), rng.delay() + 8  # longer than any limit that the example would bear
    for first, second in ((short, long), (long, short)):
        run = await submission.run("main", replace={"task": _taking({"Task A": first, "Task B": second})})

        assert run.left_behind == []
        assert run.duration == long
        assert run.calls("task").unanswered == []


@points(3, depends=test_main_calls_task)
async def test_prints_the_four_lines(submission):
    """The program prints its four lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(0, "Task A started", "Task B started"),
        at(1, "Task B finished"),
        at(2, "Task A finished"),
    ]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, and nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []


def _taking(times):
    """Put a service in place of `task` that takes these times, by name."""
    return service(seconds=lambda name, delay: times.get(name, delay))
