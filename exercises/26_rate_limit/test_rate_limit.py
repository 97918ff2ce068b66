"""Checks of 26_rate_limit: so many a second, and no more."""

from grader import any_order, anything, at, before, call, points, service

NUMBERS = range(1, 8)

GATE = """
async def gate(way):
    pass
"""


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for each of 1 to 7, once"""
    run = await submission.run("main", replace={"task": service(seconds=1)}, may_raise=True)

    assert run.calls("task") == any_order(*(call(number, anything) for number in NUMBERS))


@points(2, depends=test_main_calls_task)
async def test_sends_all_at_the_same_time(submission, rng):
    """`main` sends the requests 1 to 7 at the same time, in this order, and waits for all of them"""
    seconds = 8 + rng.delay()
    run = await submission.run("main", replace={"task": service(seconds=seconds)})

    assert run.calls("task") == [call(number, anything, at=0) for number in NUMBERS]
    assert run.calls("task").unanswered == []
    assert run.duration == seconds
    assert run.output == []


@points(2, depends=test_main_calls_task)
async def test_task_enters_the_limiter(submission, rng):
    """`task` enters the limiter that it is given, and then prints its line"""
    number, seconds = rng.number(), rng.delay()
    gate = service(seconds=lambda way: seconds if way == "enter" else 0)
    run = await submission.run("scenario:one_task", number, given=GATE, replace={"given.gate": gate})

    assert run.calls("given.gate") == before(call("enter", at=0), call("leave", at=seconds))
    assert run.output == [at(seconds, f"request {number}")]


@points(2, depends=test_main_calls_task)
async def test_lets_rate_entries_in(submission, rng):
    """Of many that come at once `rate` go in, as many after `per` seconds, and so on, in the order of coming"""
    for rate in rng.sample((2, 3, 4, 5), 2):
        per, arrivals = rng.delay(), [0] * (3 * rate + 1)
        run = await _entries(submission, rate, per, arrivals)

        assert run.calls("task") == _allowed(rate, per, arrivals)
        assert run.duration == 3 * per


@points(1, depends=test_lets_rate_entries_in)
async def test_first_come_first_served(submission, rng):
    """Who came first goes in first, though several wait for the same moment"""
    rate, per = rng.choice((2, 3, 4)), rng.choice((1, 2, 3, 4))
    arrivals = [number * per / 16 for number in range(rate + 6)]  # none may go in at the same moment as another

    def in_order(run):
        assert run.calls("task") == [call(number, anything) for number in range(rate + 6)]

    stay = {"task": service()}
    await submission.explore("scenario:entries", in_order, rate, per, arrivals, schedules=30, replace=stay)


@points(2, depends=test_lets_rate_entries_in)
async def test_in_any_stretch_of_time(submission, rng):
    """There are never more than `rate` entries in any `per` seconds, and none waits longer than that takes"""
    rate, per = rng.choice((2, 3, 4)), rng.choice((1, 2, 3, 4))
    early = [0, *[0.75 * per] * (rate - 1), *[1.25 * per] * rate]  # at no whole number of `per` after one another
    arrivals = [*early, *(time + 6 * per for time in early)]
    run = await _entries(submission, rate, per, arrivals)

    assert run.calls("task") == _allowed(rate, per, arrivals)


@points(1, depends=test_lets_rate_entries_in)
async def test_time_inside_does_not_count(submission, rng):
    """How long an entry stays inside does not matter"""
    rate, per = rng.choice((2, 3, 4)), rng.delay()
    arrivals = [0] * (2 * rate + 1)
    run = await _entries(submission, rate, per, arrivals, inside=rng.choice((0.7, 1.4, 3.2)) * per)

    assert run.calls("task") == _allowed(rate, per, arrivals)


@points(1, depends=test_time_inside_does_not_count)
async def test_called_off_keeps_nobody_out(submission, rng):
    """An entry that is called off while it waits keeps no other one out"""
    rate, per = rng.choice((2, 3, 4)), rng.delay()
    run = await submission.run("scenario:called_off", rate, per, replace={"task": service()})

    came = call(rate + 1, anything, at=3.5 * per)
    assert run.calls("task") == [*(call(number, anything, at=0) for number in range(rate)), came]

    run = await submission.run("scenario:given_up", rate, per, replace={"task": service()})

    assert run.returned == []


@points(1, depends=test_lets_rate_entries_in)
async def test_limiters_are_apart(submission, rng):
    """Two limiters know nothing of each other"""
    (one, other), count = rng.sample((1, 2, 3, 4), 2), 4
    short, long = rng.delays(2)
    limiters = [one, short], [other, long]
    run = await submission.run("scenario:two_limiters", *limiters, count, replace={"task": service()})

    assert run.calls("task") == any_order(*(entry for limiter in limiters for entry in _allowed(*limiter, [0] * count)))


@points(1, depends=test_lets_rate_entries_in)
async def test_errors_go_out(submission, rng):
    """An error inside comes out of the limiter"""
    broken = service(seconds=rng.delay(), raises=LookupError("the request failed"))
    run = await submission.run("scenario:error_inside", 2, rng.delay(), replace={"task": broken})

    assert run.returned == "LookupError"


@points(2, depends=test_main_calls_task)
async def test_prints_the_seven_lines(submission):
    """The program prints its seven lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [
        at(0, "request 1", "request 2", "request 3"),
        at(1, "request 4", "request 5", "request 6"),
        at(2, "request 7"),
    ]
    assert run.duration == 2


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _entries(submission, rate, per, arrivals, inside=0):
    """Let entries come to one limiter at these times; each calls the judge when it is inside, and stays so long."""
    stay = service(seconds=inside)
    return submission.run("scenario:entries", rate, per, arrivals, replace={"task": stay})


def _allowed(rate, per, arrivals):
    """Return the calls from inside a limiter: each at its arrival, or `per` after the one that was `rate` before it."""
    times = []
    for number, arrival in enumerate(arrivals):
        times.append(arrival if number < rate else max(arrival, times[number - rate] + per))
    return [call(number, anything, at=time) for number, time in enumerate(times)]
