"""Checks of 27_pipeline: stages joined by bounded queues."""

from grader import any_order, anything, at, call, points, service

STAGES = {"cut": 1, "paint": 2, "pack": 1}
NUMBERS = (1, 2, 3, 4, 5, 6)

WORKSHOP = """
async def work(name, item):
    pass
"""


@points(1)
async def test_main_runs_three_stages(submission):
    """`main` calls `task` for cut with 1, paint with 2 and pack with 1, all at the same time"""
    stages = service(seconds=60)
    run = await submission.run("main", replace={"task": stages}, cancel_after=5, may_raise=True)

    assert run.calls("task") == any_order(*(call(*stage, anything, anything, at=0) for stage in STAGES.items()))


@points(3, depends=test_main_runs_three_stages)
async def test_task_works_on_what_comes(submission, rng):
    """`task` works on each item that comes, prints its line, and puts the item into the outbox"""
    for work, pause in ((rng.delay(), 8 + rng.delay()), (8 + rng.delay(), 0.25)):
        name, items = rng.name(), [rng.number(), rng.name(), rng.number()]
        run = await submission.run("scenario:items_come", name, work, items, pause)

        ended, due = 0, []
        for number, item in enumerate(items, 1):
            ended = max(ended, number * pause) + work
            due.append(at(ended, f"{name} {item}"))
        assert run.output == due
        assert [item for item in run.returned.value if item is not None] == items


@points(1, depends=test_task_works_on_what_comes)
async def test_none_ends_and_is_passed_on(submission, rng):
    """Only `None` ends a stage, not `0` and `""`, and it is passed on to the outbox"""
    name, number, seconds = rng.name(), rng.number(), rng.delay()
    run = await submission.run("scenario:items_come", name, seconds, [0, number, ""], seconds)

    assert run.output.texts == [f"{name} 0", f"{name} {number}", name]
    assert run.returned == [0, number, "", None]


@points(2, depends=test_task_works_on_what_comes)
async def test_waits_for_room(submission, rng):
    """`task` waits while its outbox is full, and takes no further item meanwhile"""
    name, items, work = rng.name(), [rng.number() for _ in range(4)], rng.choice((0.25, 0.5, 1))
    pause = 4 * work
    run = await submission.run("scenario:outbox_is_full", name, work, items, pause)

    # The first two have room at once and wait for one removal; each further one waits for the removal before it.
    assert run.output == [
        at(work, f"{name} {items[0]}"),
        at(2 * work, f"{name} {items[1]}"),
        at(pause + work, f"{name} {items[2]}"),
        at(2 * pause + work, f"{name} {items[3]}"),
    ]
    assert run.returned == [*items, None]


@points(3, depends=test_main_runs_three_stages)
async def test_main_joins_the_stages(submission, rng):
    """`main` joins the stages by queues of size 1, and prints what comes out, whatever it is and takes"""
    for slowest in STAGES:
        takes = {(name, item): rng.delay() for name in STAGES for item in NUMBERS}
        takes |= {(slowest, item): 8 + rng.delay() for item in NUMBERS}
        made = dict(zip(NUMBERS, rng.sample(range(1_000, 9_999), len(NUMBERS)), strict=True))
        made[rng.choice(NUMBERS)] = 0  # an item like any other
        begin, end = _timetable(takes)
        run = await submission.run("scenario:other_stages", given=WORKSHOP, replace={"given.work": _work(takes, made)})

        assert run.calls("given.work") == any_order(*(call(*job, at=time) for job, time in begin.items()))
        assert run.output == [at(end, f"shipped {[made[number] for number in NUMBERS]}")]


@points(3, depends=test_main_runs_three_stages)
async def test_prints_the_lines(submission):
    """The program prints its nineteen lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(1, "cut 1"),
        at(2, "cut 2"),
        at(3, any_order("cut 3", "paint 1")),
        at(4, any_order("cut 4", "pack 1")),
        at(5, "paint 2"),
        at(6, any_order("cut 5", "pack 2")),
        at(7, "paint 3"),
        at(8, any_order("cut 6", "pack 3")),
        at(9, "paint 4"),
        at(10, "pack 4"),
        at(11, "paint 5"),
        at(12, "pack 5"),
        at(13, "paint 6"),
        at(14, "pack 6", "shipped [1, 2, 3, 4, 5, 6]"),
    ]
    assert run.duration == 14


@points(0, depends=test_main_runs_three_stages, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _work(takes, made):
    """Put a service in place of the work: it takes these times, and pack makes these items of what it gets."""
    return service(
        seconds=lambda name, item: takes.get((name, item), 1),
        returns=lambda name, item: made.get(item, item) if name == "pack" else item,
    )


def _timetable(takes):
    """Return when the work on each item begins in each stage, and when the last one ends, with one place between."""
    names, begin, away = list(STAGES), {}, {}
    for item in NUMBERS:
        came = 0
        for place, name in enumerate(names):
            begin[name, item] = max(came, away.get((name, item - 1), 0))
            ended = begin[name, item] + takes[name, item]
            following = names[place + 1] if place + 1 < len(names) else None
            away[name, item] = came = max(ended, begin.get((following, item - 1), 0))
    return begin, came
