"""Checks of 25_retry_backoff: try again, later each time."""

from grader import any_order, anything, at, call, points, service

GIVEN = '''
async def ask(failures, number):
    """Ask the service that fails so many times for the number-th time."""


class Service:
    def __init__(self, failures, error=ConnectionError):
        self.failures, self.calls = failures, 0

    def __repr__(self):
        return f"Service({self.failures})"

    async def call(self):
        self.calls += 1
        return await ask(self.failures, self.calls)
'''
FIRST, SECOND = 2, 9
"""How often the services of `main` fail."""
TRIES = (0, 1.5, 4, 8.5, 17)
"""When `task` tries, in seconds: each try takes half a second, the waits between them 1, 2, 4 and 8."""


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for both services, with 3 attempts each"""
    run = await submission.run("main", replace={"task": service(seconds=1, returns="answer")}, may_raise=True)

    assert run.calls("task") == any_order(call(anything, 3), call(anything, 3))


@points(2, depends=test_main_calls_task)
async def test_tries_until_it_answers(submission, rng):
    """`task` calls the service until it answers, however long that takes, and returns the answer"""
    for failures in (0, 1, 3):
        seconds, answer = 1 + rng.delay(), rng.name()
        known = _services({failures: answer}, seconds)
        run = await submission.run("scenario:asked", failures, 4, may_raise=True, **known)

        assert run.calls("given.ask") == [call(failures, n + 1) for n in range(failures + 1)]
        assert run.returned == answer


@points(2, depends=test_main_calls_task)
async def test_waits_twice_as_long_each_time(submission):
    """`task` waits 1, 2, 4, … seconds between the tries, also beside another `task`"""
    for failures in ([4], [4, 3]):
        run = await submission.run("scenario:asked_at_once", failures, may_raise=True, **_services({}))

        assert run.calls("given.ask") == any_order(
            *(call(n, number + 1, at=time) for n in failures for number, time in enumerate(TRIES[: n + 1]))
        )


@points(2, depends=test_tries_until_it_answers)
async def test_lets_the_last_error_out(submission, rng):
    """After the last try `task` lets the service's own error out, and waits no more"""
    for attempts, ends in ((1, 0.5), (2, 2), (3, 4.5)):
        texts = rng.names(attempts)
        errors = [ConnectionError(text) for text in texts]
        run = await submission.run("scenario:asked", 9, attempts, **_services({}, errors=errors), may_raise=True)

        assert run.calls("given.ask") == [call(9, n + 1) for n in range(attempts)]
        assert run.raised == f"ConnectionError: {texts[-1]}"
        assert run.duration == ends


@points(2, depends=test_tries_until_it_answers)
async def test_retries_connection_errors_only(submission, rng):
    """`task` tries again after every kind of ConnectionError, and lets any other error out at once"""
    answer, text = rng.name(), rng.name()
    kinds = [ConnectionResetError("reset"), BrokenPipeError("broken"), ConnectionRefusedError("refused")]
    run = await submission.run("scenario:asked", 3, 4, may_raise=True, **_services({3: answer}, errors=kinds))
    assert run.calls("given.ask") == [call(3, n + 1) for n in range(4)]
    assert run.returned == answer

    for error in (ValueError(text), TimeoutError(text), OSError(text)):
        run = await submission.run("scenario:asked", 3, 4, **_services({}, errors=[error]), may_raise=True)
        assert run.raised == f"{type(error).__name__}: {text}"
        assert run.duration == 0.5


@points(1, depends=test_tries_until_it_answers)
async def test_cancellation_goes_out(submission, rng):
    """A `task` that is cancelled ends at once, as cancelled: in the midst of a call, and of a wait"""
    for seconds in (0.25, 0.75, 1.75, 2.5):
        run = await submission.run("scenario:asked", 9, 4, cancel_after=seconds, may_raise=True, **_services({}))

        assert run.raised == "CancelledError"
        assert run.duration == seconds


@points(2, depends=test_main_calls_task)
async def test_main_asks_both_at_the_same_time(submission, rng):
    """`main` asks both services at the same time, and waits for both, whatever time they take"""
    for first, second in ((1.25, 7), (7, 1.25)):
        run = await submission.run("main", **_tasks({FIRST: first, SECOND: second}, {}))

        assert run.calls("task") == any_order(call(anything, 3, at=0), call(anything, 3, at=0))
        assert run.duration == 7
        assert run.left_behind == []


@points(2, depends=test_main_calls_task)
async def test_main_tells_what_became_of_each(submission, rng):
    """`main` prints what became of the first and of the second, in this order, whichever of them fails, and when"""
    for answers in ((FIRST,), (SECOND,), (FIRST, SECOND), ()):
        for first, second in ((2, 5), (5, 2)):
            known = {failures: rng.name() for failures in answers}
            run = await submission.run("main", **_tasks({FIRST: first, SECOND: second}, known))

            assert run.output.texts == [
                f"first: {known.get(FIRST, 'gave up')}",
                f"second: {known.get(SECOND, 'gave up')}",
            ]
            assert run.left_behind == []


@points(1, depends=test_main_calls_task)
async def test_prints_the_two_lines(submission):
    """The program prints its two lines at t=4.5, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(4.5, "first: answer", "second: gave up")]
    assert run.duration == 4.5


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left behind"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _services(answers, seconds=0.5, errors=()):
    """Put another `given.py` in place, whose services fail as often as they say, with these errors, and then answer."""
    failing = dict(enumerate(errors, 1))
    asked = service(
        seconds=seconds,
        returns=lambda failures, number: answers.get(failures, "answer"),
        raises=lambda failures, number: failing.get(number, ConnectionError("no")) if number <= failures else None,
    )
    return {"given": GIVEN, "replace": {"given.ask": asked}}


def _tasks(times, answers):
    """Put a service in place of `task` that takes these times; where there is no answer, it could not be reached."""
    known = {f"Service({failures})": (times[failures], answers.get(failures)) for failures in times}
    tasks = service(
        seconds=lambda service, attempts: known[str(service)][0],
        returns=lambda service, attempts: known[str(service)][1],
        raises=lambda service, attempts: ConnectionError("no") if known[str(service)][1] is None else None,
    )
    return {"given": GIVEN, "replace": {"task": tasks}}
