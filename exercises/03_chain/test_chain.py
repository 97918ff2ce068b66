"""Checks of 03_chain: steps that need each other run in order, chains run side by side."""

from grader import any_order, at, call, points, service

ORDERS = (1, 2, 3)


@points(1)
async def test_main_runs_three_orders(submission):
    """`main` calls `task` with 1, 2 and 3, once each"""
    run = await submission.run("main", replace={"task": service(seconds=1, returns=lambda order: f"city-{order}")})

    assert run.calls("task") == any_order(call(1), call(2), call(3))


@points(2, depends=test_main_runs_three_orders)
async def test_task_finds_user_then_city(submission, rng):
    """`task` asks `find_user` for its order, then `find_city` for the user it got"""
    order, user, city = rng.number(), rng.name(), rng.name()
    run = await submission.run("task", order, replace=_given(users={order: user}, cities={user: city}))

    assert run.calls("given.find_user") == [call(order, at=0)]
    assert run.calls("given.find_city") == [call(user, at=1)]


@points(2, depends=test_task_finds_user_then_city)
async def test_prints_and_returns_the_city(submission, rng):
    """`task` prints its line once the city is known, and returns the city"""
    order, user, city = rng.number(), rng.name(), rng.name()
    run = await submission.run("task", order, replace=_given(users={order: user}, cities={user: city}))

    assert run.output == [at(2, f"order {order}: {city}")]
    assert run.returned == city


@points(2, depends=test_main_runs_three_orders)
async def test_orders_run_side_by_side(submission, rng):
    """`main` starts all three orders at the same time, and ends when the slowest has ended"""
    times = dict(zip(ORDERS, rng.delays(3), strict=True))
    tasks = service(seconds=lambda order: times.get(order, 1), returns=lambda order: f"city-{order}")
    run = await submission.run("main", replace={"task": tasks})

    assert run.calls("task") == any_order(call(1, at=0), call(2, at=0), call(3, at=0))
    assert run.duration == max(times.values())


@points(3, depends=test_task_finds_user_then_city)
async def test_no_order_waits_for_another(submission, rng):
    """Every order is done as soon as its own two steps are done, whatever time each step takes"""
    users = dict(zip(ORDERS, rng.names(3), strict=True))
    cities = {user: f"{rng.name()} {order}" for order, user in users.items()}
    apart = rng.sample((1.25, 2.5, 5), 3), rng.sample((0.5, 1, 2), 3)
    together = (1, 1, 1), rng.delays(3)
    for first, second in (apart, together):
        lookups = dict(zip(ORDERS, first, strict=True))
        moves = dict(zip(users.values(), second, strict=True))
        run = await submission.run("main", replace=_given(users, cities, lookups, moves))

        due = sorted((lookups[order] + moves[user], f"order {order}: {cities[user]}") for order, user in users.items())
        assert run.output == [at(time, line) for time, line in due]


@points(2, depends=test_main_runs_three_orders)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines at the right times, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(2, "order 2: city-2"), at(3, "order 3: city-3"), at(4, "order 1: city-1")]


@points(0, depends=test_main_runs_three_orders, evidence="reported")
async def test_leaves_nothing_behind(submission, rng):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")
    assert run.left_behind == []
    assert run.blocking == []

    for slowest in ORDERS:
        users = service(seconds=_times({slowest: 5 + rng.delay()}), returns=lambda order: f"user-{order}")
        run = await submission.run("main", replace={"given.find_user": users})
        assert run.left_behind == []


def _given(users, cities, lookups=None, moves=None):
    """Put services in place of both steps: they know these users and cities, and no others, and take these times."""
    return {
        "given.find_user": service(seconds=_times(lookups or {}), returns=lambda order: users.get(order, "nobody")),
        "given.find_city": service(
            seconds=_times(moves or {}),
            returns=lambda user: cities.get(user, "nowhere"),
            raises=lambda user: None if isinstance(user, str) else TypeError("find_city() needs a user's name as str"),
        ),
    }


def _times(times):
    """Return a function of a service's one argument: how long a call takes, 1 second where nothing is said."""
    return lambda argument: times.get(argument, 1)
