"""Checks of 28_graceful_shutdown: finish the job in hand, then stop."""

from grader import any_order, anything, at, call, points, service

STOP = 2.25

LAST_JOB = """
async def last_job(name):
    pass
"""


@points(1)
async def test_main_starts_two_workers(submission):
    """`main` calls `task` for A at t=0 and for B at t=0.5, once each"""
    run = await submission.run("main", replace={"task": service(seconds=60)}, cancel_after=5, may_raise=True)

    assert run.calls("task") == [call("A", anything, at=0), call("B", anything, at=0.5)]


@points(3, depends=test_main_starts_two_workers)
async def test_finishes_the_job_in_hand(submission, rng):
    """`task` does job after job; once `stop` is set it finishes the one in hand, and says that it stopped"""
    for jobs in (1, rng.randint(3, 9)):
        name, seconds = rng.name(), jobs - rng.choice((0.25, 0.5, 0.75))
        run = await submission.run("scenario:stop_after", [name], seconds)

        assert run.output == [
            *(at(job, f"{name} job {job} done") for job in range(1, jobs + 1)),
            at(jobs, f"{name} stopped"),
        ]
        assert run.duration == jobs


@points(1, depends=test_main_starts_two_workers)
async def test_stops_before_the_first_job(submission, rng):
    """A `task` that finds `stop` set does no job, and only says that it stopped"""
    name = rng.name()
    run = await submission.run("scenario:stop_after", [name], 0)

    assert run.output == [at(0, f"{name} stopped")]
    assert run.duration == 0


@points(1, depends=test_finishes_the_job_in_hand)
async def test_each_counts_its_own_jobs(submission, rng):
    """Workers that run at the same time stop by the same signal, and each counts its own jobs"""
    names, jobs = rng.names(2), rng.randint(2, 5)
    run = await submission.run("scenario:stop_after", names, jobs - 0.5)

    lines = [[f"{name} job {job} done" for name in names] for job in range(1, jobs + 1)]
    stopped = [f"{name} stopped" for name in names]
    assert run.output == [
        *(at(job, *done) for job, done in enumerate(lines[:-1], 1)),
        at(jobs, any_order(*lines[-1], *stopped)),
    ]


@points(3, depends=test_main_starts_two_workers)
async def test_main_asks_and_waits(submission, rng):
    """`main` sets `stop` at t=2.25, and prints `bye` when both workers have ended, however long that takes"""
    short, long = sorted(rng.delays(2))
    long += 8  # longer than any limit that the example would bear
    for times in ({"A": short, "B": long}, {"A": long, "B": short}):
        last_job = service(seconds=lambda name, t=times: t.get(name, 1))
        replace = {"given.last_job": last_job}
        run = await submission.run("scenario:other_workers", given=LAST_JOB, replace=replace)

        assert run.calls("given.last_job") == any_order(call("A", at=STOP), call("B", at=STOP))
        assert run.calls("given.last_job").unanswered == []
        assert run.output == [at(STOP + long, "bye")]


@points(3, depends=test_main_starts_two_workers)
async def test_prints_the_eight_lines(submission):
    """The program prints its eight lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(1, "A job 1 done"),
        at(1.5, "B job 1 done"),
        at(2, "A job 2 done"),
        at(2.5, "B job 2 done", "B stopped"),
        at(3, "A job 3 done", "A stopped", "bye"),
    ]
    assert run.duration == 3


@points(0, depends=test_main_starts_two_workers, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []
