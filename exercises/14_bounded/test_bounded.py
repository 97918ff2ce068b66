"""Checks of 14_bounded: at most three at a time."""

from grader import any_order, anything, at, before, call, overlap, points, service

NUMBERS = range(10)
SLOW = (0, 3, 6, 9)
LAST_ONE_FIRST = (1, 1, 1, 1, 1, 1, 1, 8, 4, 0.25)


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for each of 0 to 9, once"""
    tasks = service(seconds=1, returns=lambda number, limit: _square(number))
    run = await submission.run("main", replace={"task": tasks})

    assert run.calls("task") == any_order(*(call(number, anything) for number in NUMBERS))


@points(2, depends=test_main_calls_task)
async def test_task_downloads_and_returns(submission, rng):
    """`task` downloads its number, and returns what the download gave"""
    number, result = rng.number(), rng.number()
    run = await submission.run("scenario:one_task", number, replace=_download(1, returns=result))

    assert run.calls("given.download") == [call(number, at=0)]
    assert run.returned == result


@points(2, depends=test_task_downloads_and_returns)
async def test_task_holds_the_limit(submission, rng):
    """`task` downloads only while it holds the limit it was given"""
    numbers = rng.sample(range(1_000, 9_999), 3)
    run = await submission.run("scenario:tasks_with_limit", numbers, 1, replace=_download(1))
    assert run.calls("given.download") == before(*map(call, numbers))

    numbers = rng.sample(range(1_000, 9_999), 5)
    run = await submission.run("scenario:tasks_with_limit", numbers, 5, replace=_download(1))
    assert run.calls("given.download") == overlap(*map(call, numbers))


@points(2, depends=test_task_holds_the_limit)
async def test_gives_the_place_back(submission, rng):
    """The place is given back when the download fails, and when it is cancelled"""
    broken, other = rng.sample(range(1_000, 9_999), 2)
    fails = _download(1, raises=lambda number: OSError("no network") if number == broken else None)
    run = await submission.run("scenario:after_failure", broken, other, replace=fails)
    assert run.calls("given.download") == before(call(broken, at=0), call(other, at=1))
    assert run.returned == _square(other)

    run = await submission.run("scenario:after_cancel", broken, other, replace=_download(1))
    assert run.calls("given.download") == before(call(broken, at=0), call(other, at=0.5))
    assert run.returned == _square(other)


@points(2, depends=test_task_downloads_and_returns)
async def test_never_more_than_three(submission, rng):
    """`main` has never more than three downloads under way, whatever time they take"""
    seconds = rng.delays(10)
    run = await submission.run("main", replace=_download(_nth(seconds)))

    assert run.calls("given.download").most_at_once <= 3


@points(2, depends=test_task_downloads_and_returns)
async def test_next_begins_when_one_ends(submission):
    """Whenever one download ends the next begins, whatever time each of them takes"""
    run = await submission.run("main", replace=_download(lambda number: 4 if number in SLOW else 0.5))
    assert run.calls("given.download").always_at_once(3) == []

    run = await submission.run("main", replace=_download(lambda number: 9 if number == 0 else 0.5))
    assert run.calls("given.download").always_at_once(3) == []


@points(2, depends=test_task_downloads_and_returns)
async def test_prints_the_results_in_order(submission, rng):
    """`main` prints the list of results in order, whatever the downloads return and take"""
    for seconds in (rng.delays(10), LAST_ONE_FIRST):
        results = rng.sample(range(1_000, 9_999), 10)
        run = await submission.run("main", replace=_download(_nth(seconds), returns=_nth(results)))

        assert run.output.texts == [str(results)]


@points(2, depends=test_main_calls_task)
async def test_prints_the_list(submission):
    """The program prints the list at t=4, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(4, "[0, 1, 4, 9, 16, 25, 36, 49, 64, 81]")]
    assert run.duration == 4


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is left unfinished, nothing blocks the event loop or polls, no thread has an event loop of its own"""
    run = await submission.run("main")

    assert run.left_behind == []
    assert run.blocking == []
    assert run.second_loops == []


def _square(number):
    return number * number


def _download(seconds, returns=_square, raises=None):
    """Put a service in place of `download`."""
    return {"given.download": service(seconds=seconds, returns=returns, raises=raises)}


def _nth(values):
    """Return a function of a number: the value in its place."""
    return lambda number: values[number] if isinstance(number, int) and 0 <= number < len(values) else 0
