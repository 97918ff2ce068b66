"""Checks of 01_first_await: calling a coroutine does not run it, awaiting does."""

from grader import at, call, points, service


@points(1)
async def test_main_runs_task(submission):
    """`main` runs `task` for Task A with 1, once"""
    run = await submission.run("main", replace={"task": service(seconds=lambda name, delay: delay)})

    assert run.calls("task") == [call("Task A", 1, at=0)]


@points(3, depends=test_main_runs_task)
async def test_task_prints_and_waits(submission, rng):
    """`task` prints that it started, waits as long as it is told, and prints that it finished"""
    name = rng.name()
    for delay in rng.delays(2):  # different ones: a delay of its own fits one of them at most
        run = await submission.run("task", name, delay)

        assert run.output == [at(0, f"{name} started"), at(delay, f"{name} finished")]
        assert run.duration == delay


@points(2, depends=test_main_runs_task)
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


@points(3, depends=test_main_runs_task)
async def test_main_ends_with_its_task(submission, rng):
    """`main` ends when its task has ended, whatever time that takes, and leaves nothing unfinished"""
    for delay in (0.25, 8 + rng.delay()):  # longer than any limit that the example would bear
        run = await submission.run("main", replace={"task": service(seconds=delay, parameters=("name", "delay"))})

        assert run.left_behind == []
        assert run.duration == delay
        assert run.calls("task").unanswered == []


@points(3, depends=test_main_runs_task)
async def test_prints_the_two_lines(submission):
    """The program prints its two lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(0, "Task A started"), at(1, "Task A finished")]


@points(0, depends=test_main_runs_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left unfinished"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []
