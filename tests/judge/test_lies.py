"""A lie must never help: what a runner says that is not so, and what a program earns that speaks for its runner itself.

Checks are judged on frames of real runs, with a lie among them. The judge takes a run for what it saw of it: calls of
services, their order and their times, and answers that nobody can have before. What else a runner says are claims:
that a line was printed at this time, that nothing blocked. No lie wins a check that rests on calls, unless it makes
other calls. `CLAIMED` are the checks that rest on claims alone; each depends on one that does not.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from grader.exercise import course_root
from grader.judge.checks import needs_of, points_of
from grader.model import Trace
from grader.runner import Backend, Finished, Job, Request, run as run_job, start
from grader.runner.channel import frame
from grader.runner.process import Source

from .border import Border, Message, Player, Script
from .lies import Lie, kinds, of_one_kind, of_one_message

ROOT = course_root()
THOROUGH = "LIES" in os.environ
"""Whether every lie is tried; otherwise one of so many that an exercise takes some seconds."""

WRONG = {
    "02_gather": {
        "sequential": "await_in_for_loop",
        "printed by main": "faked_prints_and_sleeps",
        "never awaited": "coroutines_created_and_closed",
        "gather not awaited": "gather_not_awaited",
        "wrong delay": "sleeps_a_tenth_of_delay",
        "blocking": "time_sleep_in_task",
        "stub": "stub_unchanged",
    },
    "14_bounded": {
        "sequential": "await_in_loop",
        "constant list": "constant_list_printed",
        "not awaited": "gather_not_awaited",
        "wrong limit": "limit_of_four",
        "no limit": "no_limit_at_all",
        "blocking": "time_sleep_in_task",
        "stub": "the_stub_unchanged",
    },
}
CLAIMED = {
    "02_gather": {
        "test_task_prints_and_waits": 2,
        "test_tasks_overlap": 1,
        "test_prints_the_four_lines": 2,
        "test_never_blocks": 1,
    },
    "14_bounded": {"test_prints_the_list": 1, "test_leaves_nothing_behind": 1},
}
"""Exercise → checks that rest on claims alone, and their points: when a line came, what was not there."""

SHOWN_BY_CLAIMS = {"02_gather": {"wrong delay", "blocking"}, "14_bounded": set[str]()}
"""Exercise → wrong programs whose only fault shows in claims: `task` of 02_gather waits, and calls nothing."""

PROGRAMS = [(exercise, kind) for exercise, programs in WRONG.items() for kind in programs]


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    found = start("fork")
    yield found
    found.close()


@pytest.fixture(scope="module")
def border(backend: Backend) -> Callable[[str, str], Border]:
    """Return the checks of an exercise with a wrong program under them."""
    made: dict[tuple[str, str], Border] = {}

    def border(exercise: str, kind: str) -> Border:
        if (exercise, kind) not in made:
            file = ROOT / "solutions" / exercise / "rejected" / f"{WRONG[exercise][kind]}.py"
            made[exercise, kind] = Border(ROOT / "exercises" / exercise, file.read_text("utf-8"), backend)
        return made[exercise, kind]

    return border


def lies(border: Border, every: int) -> Iterator[tuple[str, int, Lie]]:
    """Yield lies about each run of each check: one of `every` about one message, one of eight about a kind."""
    for check in border.checks:
        for number, script, right in border.runs(check):
            chance = random.Random(f"{check} {number}")
            first = chance.randrange(every)
            for position, lie in enumerate(of_one_message(script, right, chance)):
                if position % every == first:
                    yield check, number, lie
            for position, lie in enumerate(of_one_kind(script, right)):
                if THOROUGH or position % 8 == first % 8:
                    yield check, number, lie


class Kept:
    """Runs, with what was seen of each."""

    def __init__(self, run: Callable[..., Finished] = run_job) -> None:
        self._run = run
        self.calls: list[tuple[Request, ...]] = []

    def __call__(self, process: Any, job: Job) -> Finished:
        finished = self._run(process, job)
        self.calls.append(finished.requests)
        return finished


@pytest.mark.slow
@pytest.mark.parametrize(("exercise", "kind"), PROGRAMS)
def test_no_lie_wins_a_check_that_rests_on_calls(border, exercise, kind):
    """A check that fails goes on to fail, unless it rests on claims, or the lie made other calls than the program.

    No check becomes the grader's own fault, which would spare a program the rule of the half. And whatever is claimed
    of one run, the program has a fault.
    """
    found = border(exercise, kind)
    every = 1 if THOROUGH else (250 if exercise == "02_gather" else 4000)
    honest: dict[str, list[tuple[Request, ...]]] = {}
    for check in found.checks:
        seen = Kept()
        assert found.status(check, found.play, seen) == found.honest[check]
        honest[check] = seen.calls
    for check, number, lie in lies(found, every):
        for careful in (False, True):
            seen = Kept()
            play = found.lying(lambda script, right, lie=lie: lie.script, number, careful=careful)
            status = found.status(check, play, seen)
            assert status != "error", lie.what
            if status == found.honest[check] or status == "failed":
                continue
            called_otherwise = seen.calls[number] != honest[check][number]
            assert check in CLAIMED[exercise] or called_otherwise, (check, lie.what)
            total = sum(map(points_of, found.checks.values()))
            assert found.score({**found.honest, check: status}) <= total / 2, (check, lie.what)


@pytest.mark.parametrize(("exercise", "kind"), PROGRAMS)
def test_all_that_can_be_claimed_is_worth_no_more_than_half(border, exercise, kind):
    """Every check that rests on claims is won, and no other: a program that does not make its calls gains no more.

    What is wrong in a function that calls nothing of the judge's shows in claims alone: those programs are named.
    """
    found = border(exercise, kind)
    won = found.honest | dict.fromkeys(CLAIMED[exercise], "passed")
    total = sum(map(points_of, found.checks.values()))
    assert (found.score(won) > total / 2) == (kind in SHOWN_BY_CLAIMS[exercise])
    if found.score(found.honest) == 0:
        assert found.score(won) == 0


@pytest.mark.parametrize("exercise", WRONG)
def test_a_check_that_rests_on_claims_depends_on_one_that_does_not(border, exercise):
    """By itself, or through others: who calls nothing gets nothing."""
    checks = border(exercise, "stub").checks
    for name in CLAIMED[exercise]:
        needed = set(needs_of(checks[name]))
        assert needed - set(CLAIMED[exercise])
    assert {name: points_of(checks[name]) for name in CLAIMED[exercise]} == CLAIMED[exercise]


def believing(process: Player, job: Job) -> Finished:
    """Judge as one who believes the runner: calls are those that it tells of, times are those that it gives."""
    process.send(frame([{"limits": {"virtual_ns": 10**18}}]))
    told: list[Message] = list(process._rest)
    names = {name.rpartition(".")[2]: name for name in job.replace}
    ends = {message[2]: message[1] for message in told if message[0] == "call-ended"}
    calls = [
        Request(
            service=names[message[5]],
            arguments=tuple(eval(f"({message[6]},)", {})),
            start=message[1],
            end=ends.get(message[2]),
            how="returned",
        )
        for message in told
        if message[0] == "call-started" and message[5] in names
    ]
    events = [message for message in told if message[0] in kinds() and message[0] not in _NO_EVENTS]
    trace = msgspec.convert(
        {"target": job.label, "events": events, "outcome": {"kind": "returned"}, "duration_ns": told[-1][1]}
        | {"replaced": tuple(job.replace)},
        Trace,
    )
    return Finished(trace=trace, value=told[-1][2], requests=tuple(sorted(calls, key=lambda call: call.start)))


_NO_EVENTS = ("ready", "probed", "ask", "give-up", "loaded", "idle", "result")


@pytest.mark.parametrize("kind", WRONG["02_gather"])
def test_a_judge_who_believes_its_runner_is_won_by_claims(border, kind):
    """The control of all lies: with every claim of a right run, and not one call more, every check passes."""
    found = border("02_gather", kind)
    play = found.lying(_claims_of_right)
    assert {found.status(check, play, believing) for check in found.checks} == {"passed"}
    assert "failed" in {found.status(check, play) for check in found.checks}


def _claims_of_right(script: Script, right: Script) -> Script:
    return [*of_one_kind(script, right)][-1].script


# --- programs that speak for their runner ---


class Forger:
    """A runner that is a program of its own: it knows the checks' source, and what the judge sends down."""

    pid: int | None = None

    def __init__(self, speak: Callable[[Forger], Iterator[Message]]) -> None:
        self.job: dict[str, Any] = {}
        self.now = 0
        self.horizon = 0
        self.answers: list[Any] = []
        self._messages = speak(self)

    def send(self, data: bytes) -> None:
        """Take what the judge says."""
        (said, *rest) = json.loads(data[4:])
        if isinstance(said, dict):
            self.job = said
        elif said == "advance":
            self.now, self.horizon, answers = rest
            self.answers += answers

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Send the next message, or the end."""
        message = next(self._messages, None)
        return [("status", b"end 0")] if message is None else [("up", frame([message]))]

    def kill(self) -> None:
        """Nothing is to be ended."""

    def close(self) -> None:
        """Nothing is to be let go of."""


RETURNED = ["d", ["kind", "returned"]]
SQUARES = str([number * number for number in range(10)])


def printed(time: float, text: str) -> Message:
    """Claim that a line was printed."""
    return ["printed", round(time * 10**9), "stdout", text, None, None, None]


def lines(job: dict[str, Any]) -> list[tuple[float, str]]:
    """Return the lines that a right program prints in a run, as far as they follow from what the judge sends down."""
    arguments = [argument[1:] if isinstance(argument, list) else argument for argument in job["arguments"]]
    match job["target"], job["main_file"]:
        case "main", "gather.py":
            pairs = [("Task A", 2), ("Task B", 1)] if not job["replace"] else []
        case "main", "bounded.py":
            return [(4, SQUARES)]
        case "main", _:
            return [(2, "order 2: city-2"), (3, "order 3: city-3"), (4, "order 1: city-1")]
        case "task", "gather.py":
            pairs = [tuple(arguments)]
        case _, "gather.py":
            pairs = [tuple(argument) for argument in arguments]
        case _:
            return []
    begun = [(0, f"{name} started") for name, _ in pairs]
    return begun + sorted((delay, f"{name} finished") for name, delay in pairs)


def idle_liar(forger: Forger) -> Iterator[Message]:
    """Say what a right program would have printed, when it would have; call nothing."""
    yield from (["ready"], ["loaded"])
    told = lines(forger.job)
    for time, text in told:
        yield printed(time, text)
    yield ["result", round(told[-1][0] * 10**9) if told else 0, None, RETURNED]


def hasty_liar(forger: Forger) -> Iterator[Message]:
    """Make the calls of a right `main`, wait for nothing, and go on as the one that is idle."""
    yield from (["ready"], ["loaded"])
    if forger.job["replace"] and forger.job["target"] == "main":
        name = forger.job["replace"][0]
        calls: list[list[Any]] = {
            "gather.py": [["Task A", 2], ["Task B", 1]],
            "bounded.py": [[n, None] for n in range(10)],
        }.get(forger.job["main_file"], [[1], [2], [3]])
        for number, arguments in enumerate(calls, 1):
            yield ["ask", 0, number, name, arguments[: 1 if "." in name else None], [], None]
        yield ["result", 0, None, RETURNED]
        return
    told = lines(forger.job)
    for time, text in told:
        yield printed(time, text)
    yield ["result", round(told[-1][0] * 10**9) if told else 0, None, RETURNED]


def judged_by(border: Border, speak: Callable[[Forger], Iterator[Message]]) -> set[str]:
    """Return the checks that a forger passes, each for itself."""
    statuses = {check: border.status(check, lambda *_: Forger(speak)) for check in border.checks}
    assert "error" not in statuses.values()
    return {check for check, status in statuses.items() if status == "passed"}


EXERCISES = {"02_gather": "gather", "03_chain": "chain", "14_bounded": "bounded"}


@pytest.fixture(scope="module")
def checks(backend: Backend) -> Callable[[str], Border]:
    """Return the checks of an exercise; what is under them does not count."""
    stubs = {slug: (ROOT / "exercises" / slug / f"{file}.py").read_text("utf-8") for slug, file in EXERCISES.items()}
    return lambda exercise: Border(ROOT / "exercises" / exercise, stubs[exercise], backend)


IDLE = {
    "02_gather": {*CLAIMED["02_gather"]},
    "03_chain": {"test_prints_the_three_lines", "test_leaves_nothing_behind"},
    "14_bounded": {*CLAIMED["14_bounded"], "test_never_more_than_three"},
}
"""What passes that calls nothing, each check for itself."""
HASTY = {
    "02_gather": IDLE["02_gather"] | {"test_main_calls_task", "test_runs_both_at_the_same_time"},
    "03_chain": IDLE["03_chain"] | {"test_main_runs_three_orders"},
    "14_bounded": {*CLAIMED["14_bounded"], "test_main_calls_task", "test_next_begins_when_one_ends"},
}
"""What passes that makes the first calls of `main` and waits for none of them."""


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_liar_that_calls_nothing_gets_nothing(checks, exercise):
    """Whatever it claims: every check depends on one that asks for calls."""
    found = checks(exercise)
    passed = judged_by(found, idle_liar)
    assert passed == IDLE[exercise]
    assert found.score({check: "passed" if check in passed else "failed" for check in found.checks}) == 0


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_liar_that_waits_for_nothing_gets_half_at_most(checks, exercise):
    """To call is not enough: some check asks for what only an answer brings, or when it comes."""
    found = checks(exercise)
    passed = judged_by(found, hasty_liar)
    assert passed == HASTY[exercise]
    total = sum(map(points_of, found.checks.values()))
    assert found.score({check: "passed" if check in passed else "failed" for check in found.checks}) <= total / 2
