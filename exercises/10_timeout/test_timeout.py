"""Checks of 10_timeout: give up in time."""

from grader import any_order, at, call, points, service

LIMIT = 2


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for fast with 1 and for slow with 10, once each"""
    run = await submission.run("main", replace={"task": _answers(1, 1.5)})

    assert run.calls("task") == any_order(call("fast", 1), call("slow", 10))


@points(2, depends=test_main_calls_task)
async def test_task_knows_no_limit(submission, rng):
    """`task` waits as long as it is told, returns its answer, and prints nothing"""
    for delay in (0.5, LIMIT + rng.delay()):
        name = rng.name()
        run = await submission.run("task", name, delay)

        assert run.returned == f"{name} answer"
        assert run.duration == delay
        assert run.output == []


@points(1, depends=test_task_knows_no_limit)
async def test_task_can_be_cancelled(submission, rng):
    """A `task` that is cancelled ends at once, as cancelled"""
    after = rng.delay()
    run = await submission.run("scenario:cancelled", rng.name(), after + rng.delay(), after)

    assert run.returned == True  # noqa: E712
    assert run.duration == after


@points(2, depends=test_main_calls_task)
async def test_asks_both_at_the_same_time(submission):
    """`main` asks both at once"""
    run = await submission.run("main", replace={"task": _answers(1, 1.5)})

    assert run.calls("task") == any_order(call("fast", 1, at=0), call("slow", 10, at=0))


@points(3, depends=test_main_calls_task)
async def test_each_has_its_own_limit(submission, rng):
    """Each line is printed as soon as it is known: the answer, or at t=2 that there is none, whichever is late"""
    quick, quicker = rng.sample((0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75), 2)
    late, later = (LIMIT + delay for delay in rng.delays(2))
    for fast, slow in ((quick, late), (late, quick), (quick, quicker), (quicker, quick), (late, later), (later, late)):
        answers = dict(zip(("fast", "slow"), rng.names(2), strict=True))
        run = await submission.run("main", replace={"task": _answers(fast, slow, answers)})

        due = {}
        for name, seconds in (("fast", fast), ("slow", slow)):
            line = answers[name] if seconds < LIMIT else f"{name} timed out"
            due.setdefault(min(seconds, LIMIT), []).append(line)
        assert run.output == [at(time, any_order(*lines)) for time, lines in sorted(due.items())]


@points(2, depends=test_main_calls_task)
async def test_cancels_what_is_late(submission, rng):
    """What has timed out is cancelled and has ended when `main` returns, which is at t=2"""
    for fast, slow in ((1, 10), (LIMIT + rng.delay(), 1), (LIMIT + rng.delay(), LIMIT + rng.delay())):
        run = await submission.run("main", replace={"task": _answers(fast, slow)})

        assert run.duration == LIMIT

    run = await submission.run("scenario:slow_to_end", rng.delay())
    assert run.output.texts == _main_last(run.output.texts.lines)


@points(2, depends=test_main_calls_task)
async def test_prints_the_two_lines(submission):
    """The program prints its two lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(1, "fast answer"), at(2, "slow timed out")]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []
    assert run.duration == LIMIT


def _main_last(lines):
    """Put the line that says that `main` has ended behind the others."""
    return sorted(lines, key=lambda line: line == "main has ended")


def _answers(fast, slow, texts=None):
    """Put a service in place of `task` that takes these times and gives these answers."""
    times, known = {"fast": fast, "slow": slow}, texts or {}
    return service(
        seconds=lambda name, delay: times.get(name, delay),
        returns=lambda name, delay: known.get(name, f"{name} answer"),
    )
