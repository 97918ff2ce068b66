"""Checks of 04_background: start it now, await it later."""

from grader import at, call, points, service


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for report with 3, once"""
    run = await submission.run("main", replace={"task": _report(0.5)})

    assert run.calls("task") == [call("report", 3)]


@points(2, depends=test_main_calls_task)
async def test_task_waits_and_returns(submission, rng):
    """`task` waits as long as it is told, returns its text, and prints nothing"""
    name = rng.name()
    for delay in rng.delays(2):  # different ones: a delay of its own fits one of them at most
        run = await submission.run("task", name, delay)

        assert run.returned == f"{name} ready"
        assert run.duration == delay
        assert run.output == []


@points(4, depends=test_main_calls_task)
async def test_works_while_the_task_runs(submission):
    """The task starts at once, and `main` works while it runs"""
    run = await submission.run("main", replace={"task": _report(3)})

    assert run.calls("task") == [call("report", 3, at=0)]
    assert run.output == [at(0, "working 1"), at(1, "working 2"), at(3, "report ready")]


@points(3, depends=test_main_calls_task)
async def test_result_comes_when_it_is_ready(submission, rng):
    """The result is printed as soon as it is there, but after `working 2`, whatever it is and however long it takes"""
    for delay in (rng.choice((0.25, 0.5, 0.75)), rng.choice((1.5, 2, 2.5)), 8 + rng.delay()):
        text = f"{rng.name()} is here"
        run = await submission.run("main", replace={"task": _report(delay, text)})

        assert run.output == [at(0, "working 1"), at(1, "working 2"), at(max(delay, 1), text)]


@points(2, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(0, "working 1"), at(1, "working 2"), at(3, "report ready")]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission, rng):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []

    run = await submission.run("main", replace={"task": _report(8 + rng.delay())})
    assert run.left_behind == []
    assert run.calls("task").unanswered == []


def _report(seconds, text="report ready"):
    """Put a service in place of `task`."""
    return service(seconds=seconds, returns=text, parameters=("name", "delay"))
