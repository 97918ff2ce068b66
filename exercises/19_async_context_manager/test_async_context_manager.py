"""Checks of 19_async_context_manager: open, use, and always close."""

from grader import any_order, at, call, points, service

CALLS = (("A", 1, True), ("B", 2, False))


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for A, which is to go well, and for B, which is not, once each"""
    run = await submission.run("main", replace={"task": service(seconds=1)}, may_raise=True)

    assert run.calls("task") == any_order(*(call(*arguments) for arguments in CALLS))


@points(2, depends=test_main_calls_task)
async def test_task_opens_uses_and_closes(submission, rng):
    """`task` opens a connection, says that it is used, and closes it, each in its time"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("task", name, delay, True)

    assert run.output == [at(delay, f"{name} open", f"{name} used"), at(delay + 0.5, f"{name} closed")]
    assert run.duration == delay + 0.5


@points(2, depends=test_main_calls_task)
async def test_closes_after_an_error(submission, rng):
    """After an error the connection is closed as well, and the error leaves `task`"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("scenario:error_of", name, delay, False)

    assert run.output == [
        at(delay, f"{name} open"),
        at(delay + 0.5, f"{name} closed", f"RuntimeError came out: {name} broke"),
    ]


@points(1, depends=test_task_opens_uses_and_closes, evidence="reported")
async def test_uses_async_with(submission, rng):
    """`task` uses `async with`, which is told of the error inside"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("task", name, delay, True, without="Connection.__aenter__")
    if len(run.output):
        run = await submission.run("task", name, delay, True, without="__aenter__")
    assert run.output == []

    run = await submission.run("scenario:left_with", name, delay, False)
    if run.returned.value != []:
        assert run.returned == ["RuntimeError"]


@points(2, depends=test_uses_async_with)
async def test_closes_after_a_cancellation(submission, rng):
    """After a cancellation the connection is closed as well, and the cancellation goes on"""
    name, delay = rng.name(), rng.delay()
    seconds = delay + rng.delay()
    run = await submission.run("scenario:cancelled_inside", name, delay, seconds)

    assert run.output == [at(delay, f"{name} open"), at(seconds + 0.5, f"{name} closed")]
    assert run.returned == "cancelled"


@points(2, depends=test_main_calls_task)
async def test_main_prints_the_error(submission, rng):
    """`main` runs A and B at the same time, and prints the text of an error"""
    for broken in ("A", "B"):
        text = rng.name()
        run = await submission.run("main", replace={"task": _failing(broken, text)})

        assert run.calls("task") == any_order(*(call(*arguments, at=0) for arguments in CALLS))
        assert run.output.texts == [f"error: {text}"]


@points(3, depends=test_main_calls_task)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(1, "A open", "A used"),
        at(1.5, "A closed"),
        at(2, "B open"),
        at(2.5, "B closed", "error: B broke"),
    ]
    assert run.duration == 2.5


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission, rng):
    """Nothing blocks the event loop, and nothing is left behind, also after an error"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.left_behind == []

    for broken in ("A", "B"):
        run = await submission.run("main", replace={"task": _failing(broken, rng.name())})
        assert run.left_behind == []


def _failing(broken, text):
    """Put a service in place of `task` that fails soon for one name, and takes longer for the other."""
    return service(
        seconds=lambda name, delay, ok: 1 if name == broken else 4,
        raises=lambda name, delay, ok: RuntimeError(text) if name == broken else None,
    )
