"""Checks of 16_starting_gun: wait for a signal, do not poll."""

from grader import any_order, anything, at, call, points, service

RUNNERS = ("A", "B", "C")


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for A, B and C, once each"""
    run = await submission.run("main", replace={"task": service(seconds=3)}, may_raise=True)

    assert run.calls("task") == any_order(*(call(name, anything) for name in RUNNERS))


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_polls(submission, rng):
    """Nothing polls, nothing blocks the event loop, and nothing is left behind, whoever is the slowest"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.left_behind == []

    for slowest in RUNNERS:
        times = dict(zip(RUNNERS, rng.delays(3), strict=True)) | {slowest: 11 + rng.delay()}
        run = await submission.run("main", replace={"task": _taking(times)})
        assert run.left_behind == []


@points(3, depends=test_main_calls_task)
async def test_task_waits_for_the_gate(submission, rng):
    """`task` prints its two lines: one at once, the other when the gate opens, whenever that is"""
    early, late = rng.choice((0.25, 0.5, 0.75, 1.25, 1.5)), 60 + rng.delay()
    for delay in (early, late):
        names = rng.names(3)
        run = await submission.run("scenario:gate_opens_after", names, delay)

        assert run.output == [
            at(0, *(f"{name} ready" for name in names)),
            at(delay, *(f"{name} go" for name in names)),
        ]


@points(2, depends=test_main_calls_task)
async def test_open_gate(submission, rng):
    """A `task` that finds the gate open goes on at once"""
    name = rng.name()
    run = await submission.run("scenario:gate_is_open", name)

    assert run.output == [at(0, f"{name} ready", f"{name} go")]
    assert run.duration == 0


@points(2, depends=test_main_calls_task)
async def test_starts_all_at_once(submission):
    """`main` starts A, B and C at the same time, in this order, and prints nothing itself"""
    run = await submission.run("main", replace={"task": service(seconds=3)})

    assert run.calls("task") == [call(name, anything, at=0) for name in RUNNERS]
    assert run.output == []


@points(2, depends=test_main_calls_task)
async def test_waits_for_all(submission, rng):
    """`main` ends when the slowest of the three has ended"""
    for slowest in RUNNERS:
        times = dict(zip(RUNNERS, rng.delays(3), strict=True)) | {slowest: 11 + rng.delay()}
        run = await submission.run("main", replace={"task": _taking(times)})

        assert run.duration == times[slowest]


@points(2, depends=test_main_calls_task)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(0, "A ready", "B ready", "C ready"),
        at(2, "A go", "B go", "C go"),
    ]
    assert run.duration == 2


@points(1, depends=test_prints_the_six_lines)
async def test_gate_stays_open(submission, rng):
    """`main` leaves the gate open: who comes to it later goes on, too"""
    delay = 2 + rng.delay()
    run = await submission.run("scenario:late_runners", delay)

    assert run.output == [at(delay, any_order(*(f"{name} {word}" for name in "ABC" for word in ("ready", "go"))))]
    assert run.left_behind == []


def _taking(times):
    """Put a service in place of `task` that takes these times, by name."""
    return service(seconds=lambda name, gate: times.get(name, 1))
