"""Checks of 12_first_wins: take the first answer, call off the rest."""

from grader import any_order, at, call, points, service

DELAYS = {"north": 3, "south": 1, "east": 2}


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for north with 3, for south with 1 and for east with 2, once each"""
    racers = service(seconds=lambda name, delay: delay, returns=lambda name, delay: name)
    run = await submission.run("main", replace={"task": racers}, may_raise=True)

    assert run.calls("task") == any_order(*(call(*racer) for racer in DELAYS.items()))


@points(1, depends=test_main_calls_task)
async def test_task_waits_and_returns(submission, rng):
    """`task` waits as long as it is told, returns its name, and prints nothing"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("task", name, delay)

    assert run.returned == name
    assert run.duration == delay
    assert run.output == []


@points(2, depends=test_task_waits_and_returns)
async def test_cancelled_task_says_so(submission, rng):
    """A `task` that is cancelled prints that it was, and ends as cancelled"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("scenario:cancelled_after", name, delay + 1, delay)

    assert run.output == [at(delay, f"{name} cancelled")]
    assert run.duration == delay
    assert run.returned == "cancelled"


@points(3, depends=test_main_calls_task)
async def test_first_answer_wins(submission, rng):
    """`main` prints who has answered first as soon as the answer is there, whoever that is"""
    for winner in DELAYS:
        times = dict(zip(DELAYS, rng.sample((5, 6, 7, 8), 3), strict=True)) | {winner: rng.choice((2.25, 3.5, 4))}
        answers = dict(zip(DELAYS, rng.names(3), strict=True))
        run = await submission.run("main", replace={"task": _racers(times, answers)})

        assert run.calls("task") == any_order(*(call(*racer, at=0) for racer in DELAYS.items()))
        assert run.output == [at(times[winner], f"{answers[winner]} won")]


@points(2, depends=test_main_calls_task)
async def test_losers_are_called_off(submission, rng):
    """`main` ends with the first answer, whoever gives it"""
    for winner in DELAYS:
        times = dict.fromkeys(DELAYS, 9) | {winner: rng.delay()}
        run = await submission.run("main", replace={"task": _racers(times, {name: name for name in DELAYS})})

        assert run.duration == times[winner]


@points(2, depends=test_losers_are_called_off)
async def test_waits_until_losers_have_ended(submission, rng):
    """`main` prints its line when the others have ended, also when that takes time"""
    run = await submission.run("scenario:slow_losers", rng.delay())

    assert run.output.texts == _winner_last(run.output.texts.lines)


@points(2, depends=test_main_calls_task)
async def test_prints_the_three_lines(submission):
    """The program prints its three lines at t=1, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(1, any_order("north cancelled", "east cancelled")), at(1, "south won")]
    assert run.duration == 1


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_polls(submission, rng):
    """Nothing polls, nothing blocks the event loop, and nothing is left behind, whoever wins"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.left_behind == []

    for winner in DELAYS:
        times = dict.fromkeys(DELAYS, 9) | {winner: rng.delay()}
        run = await submission.run("main", replace={"task": _racers(times, {name: name for name in DELAYS})})
        assert run.left_behind == []

    run = await submission.run("scenario:slow_losers", rng.delay())
    assert run.left_behind == []


def _racers(times, answers):
    """Put a service in place of `task` that takes these times and gives these answers, by name."""
    return service(seconds=lambda name, delay: times.get(name, delay), returns=lambda name, delay: answers.get(name))


def _winner_last(lines):
    """Put the winner's line behind the others."""
    return sorted(lines, key=lambda line: line.endswith(" won"))
