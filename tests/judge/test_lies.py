"""What a runner says is judged for what the judge saw of it.

The channel is replayed to the judge with a lie in it. What a runner does is seen: the calls that it makes of services,
when, and what it does with answers that nobody can have before; the waits that it asks for, and the lines that come
between them. The rest are reports: tasks, lines of source, blocked stretches, what was left behind. No report wins a
point, and no message that is forged, doubled, dropped or moved wins one, unless it is another call: who calls as a
right program does, when it does, has done what was asked.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from grader.exercise import course_root, load_course, welcome_packages
from grader.judge.checks import evidence_of, points_of
from grader.model import Printed, Trace
from grader.runner import Backend, Finished, Job, Request, run as run_job, start
from grader.runner.channel import frame
from grader.runner.process import Source

from .border import ACTS, Border, Key, Message, Player, Script
from .lies import Lie, boast, kinds, of_one_kind, of_one_message, silent

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
        "polling": "polls_done_with_sleep_zero",
        "stub": "stub_unchanged",
    },
    "03_chain": {
        "sequential": "await_in_loop",
        "printed by main": "faked_lines_in_main",
        "printed late": "printed_late_by_main",
        "gather not awaited": "gather_not_awaited",
        "barrier": "barrier_users_first_in_main",
        "blocking": "time_sleep_between_steps",
        "threads": "threads_joined",
    },
    "14_bounded": {
        "sequential": "await_in_loop",
        "constant list": "constant_list_printed",
        "not awaited": "gather_not_awaited",
        "wrong limit": "limit_of_four",
        "no limit": "no_limit_at_all",
        "blocking": "time_sleep_in_task",
        "left behind": "monitor_left_behind",
        "stub": "the_stub_unchanged",
    },
}
EVERY = {"02_gather": 100, "03_chain": 500, "14_bounded": 2500}
"""Exercise → one of how many lies about a message is tried."""


def caught(exercise: str) -> dict[str, str]:
    """Return a wrong program for each check that catches any: check → program."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "solutions" / exercise / "rejected").glob("*.py")):
        for check in re.findall(r"^# fails: (\w+)$", path.read_text("utf-8"), re.MULTILINE):
            found.setdefault(check, path.stem)
    return found


OTHERS = {exercise: caught(exercise) for exercise in load_course(ROOT).exercises if exercise not in WRONG}
LONG = "14_bounded"
"""It takes longer than the two others together."""
CHOSEN = [(exercise, kind) for exercise, programs in WRONG.items() for kind in programs]
"""Programs each of which has a mistake of its own, in what it calls and when."""
PROGRAMS = [
    *(
        pytest.param(exercise, kind, marks=pytest.mark.lies_full if exercise == LONG else ())
        for exercise, kind in CHOSEN
    ),
    *(
        pytest.param(exercise, kind, marks=pytest.mark.lies_full)
        for exercise, programs in OTHERS.items()
        for kind in programs
    ),
]


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    found = start("fork", welcome=welcome_packages(ROOT / "exercises" / "02_gather"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def border(backend: Backend) -> Callable[[str, str], Border]:
    """Return the checks of an exercise with a wrong program under them."""
    made: dict[tuple[str, str], Border] = {}

    def border(exercise: str, kind: str) -> Border:
        if (exercise, kind) not in made:
            file = ROOT / "solutions" / exercise / "rejected" / f"{(WRONG | OTHERS)[exercise][kind]}.py"
            made[exercise, kind] = Border(ROOT / "exercises" / exercise, file.read_text("utf-8"), backend)
        return made[exercise, kind]

    return border


def lies(border: Border, every: int) -> Iterator[tuple[Key, set[str], Lie]]:
    """Yield lies about one message of each run: one of `every`, with the run and the checks that use it."""
    for run, users, script, right in border.runs():
        chance = random.Random(f"{sorted(users)} {len(script)}")
        first = chance.randrange(every)
        for position, lie in enumerate(of_one_message(script, right, chance)):
            if position % every == first:
                yield run, users, lie


class Kept:
    """Runs, with what was seen of each."""

    def __init__(self, run: Callable[..., Finished] = run_job) -> None:
        self._run = run
        self.calls: list[tuple[Request, ...]] = []
        self.lines: list[list[tuple[int, str]]] = []

    def __call__(self, process: Any, job: Job) -> Finished:
        finished = self._run(process, job)
        self.calls.append(finished.requests)
        self.lines.append([(e.time, e.text) for e in finished.trace.events if isinstance(e, Printed)])
        return finished


def played(border: Border, users: set[str], play: Callable[..., Any]) -> tuple[dict[str, str], Kept]:
    """Return what comes of all checks when those that use a run are played so, and what was seen."""
    seen = Kept()
    statuses = {check: border.status(check, play, seen) for check in sorted(users)}
    assert "error" not in statuses.values()
    return border.honest | statuses, seen


def is_hidden(border: Border) -> bool:
    """Whether a program does all that was asked, and something besides that only its own process can tell of."""
    failed = [border.checks[name] for name, status in border.honest.items() if status != "passed"]
    return {(evidence_of(check), points_of(check)) for check in failed} == {("reported", 0)}


def is_told_only(border: Border) -> bool:
    """Whether nothing but what its own process tells, or does where a construct is gone, shows its fault."""
    failed = [border.checks[name] for name, status in border.honest.items() if status != "passed"]
    return {evidence_of(check) for check in failed} == {"reported"}


def most(border: Border) -> float:
    """Return what a program with a fault gets at most."""
    return sum(map(points_of, border.checks.values())) / 2


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("exercise", "kind"), PROGRAMS)
def test_no_lie_about_one_message_improves_a_verdict(border, exercise, kind):
    """Whatever is forged, doubled, dropped or moved, no points are won, unless the calls of services are others.

    Other calls win no more than half: the program goes on to have its fault in its other runs.
    """
    found = border(exercise, kind)
    every = 1 if THOROUGH else EVERY.get(exercise, 1000)
    honest: dict[Key, Kept] = {}
    for run, users, lie in lies(found, every):
        if run not in honest:
            _, honest[run] = played(found, users, found.play)
        for careful in (False, True):
            play = found.lying(lambda script, right, lie=lie: lie.script, run, careful=careful)
            statuses, seen = played(found, users, play)
            if found.earned(statuses) > found.earned(found.honest):
                assert seen.calls != honest[run].calls, lie.what
            if not is_told_only(found):
                assert found.score(statuses) <= most(found), lie.what


@pytest.mark.parametrize(("exercise", "kind"), PROGRAMS)
def test_all_messages_of_a_kind_win_nothing_that_was_not_done(border, exercise, kind):
    """Every one of them gone, or as in a right run: who then wins has made other calls, or printed other lines."""
    found = border(exercise, kind)
    for run, users, script, right in found.runs():
        _, honest = played(found, users, found.play)
        for lie in of_one_kind(script, right):
            play = found.lying(lambda script, right, lie=lie: lie.script, run, careful=True)
            statuses, seen = played(found, users, play)
            if found.earned(statuses) > found.earned(found.honest):
                assert (seen.calls, seen.lines) != (honest.calls, honest.lines), lie.what


@pytest.mark.parametrize(("exercise", "kind"), PROGRAMS)
def test_what_a_runner_says_of_its_inside_in_all_runs_wins_no_points(border, exercise, kind):
    """Silence, and the reports of a right run: neither wins a check that gives points.

    A fault that nothing but reports tells of is hidden so, and with it the rule that a program with a fault gets at
    most half. Every other program gets what it got.
    """
    found = border(exercise, kind)
    for lie in (
        lambda script, right: silent(script).script,
        lambda script, right: [*of_one_kind(script, right)][-2].script,
    ):
        statuses, _ = played(found, {*found.checks}, found.lying(lie, careful=True))
        assert found.earned(statuses) <= found.earned(found.honest)
        assert (found.score(statuses) > found.score(found.honest)) == is_hidden(found)


@pytest.mark.parametrize(("exercise", "kind"), CHOSEN)
def test_to_claim_a_right_run_and_do_otherwise_is_worth_no_more_than_half(border, exercise, kind):
    """All lines and reports are those of a right run, in every run; calls and waits are the program's."""
    found = border(exercise, kind)
    claims = found.lying(lambda script, right: boast(script, right).script, careful=True)
    statuses, _ = played(found, {*found.checks}, claims)
    if not is_hidden(found):
        assert found.score(statuses) <= most(found)
    if found.score(found.honest) == 0:
        assert found.score(statuses) == 0


@pytest.mark.parametrize(
    ("exercise", "kind"), [pair for pair in CHOSEN if pair[1] in ("blocking", "polling", "threads", "left behind")]
)
def test_a_check_that_believes_reports_is_won_by_silence(border, exercise, kind):
    """The control of the lies about the inside: the checks that may cost, and give nothing, are passed so."""
    found = border(exercise, kind)
    believing = {check for check, function in found.checks.items() if evidence_of(function) == "reported"}
    statuses, _ = played(found, {*found.checks}, found.lying(lambda script, right: silent(script).script, careful=True))
    assert {check for check in believing if found.honest[check] == "failed"} == believing
    assert {check for check in believing if statuses[check] == "passed"} == believing
    assert {points_of(found.checks[check]) for check in believing} == {0}


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
    return Finished(
        trace=trace, value=told[-1][2], requests=tuple(sorted(calls, key=lambda call: call.start)), over_ns=told[-1][1]
    )


_NO_EVENTS = {"probed", *ACTS} - {"printed"}


@pytest.mark.parametrize("kind", WRONG["02_gather"])
def test_a_judge_who_believes_its_runner_is_won_by_claims(border, kind):
    """The control of all lies: with every claim of a right run, and not one call more, every check passes."""
    found = border("02_gather", kind)
    play = found.lying(_claims_of_right)
    assert {found.status(check, play, believing) for check in found.checks} == {"passed"}
    assert ("failed" in {found.status(check, play) for check in found.checks}) == (not is_hidden(found))


def _claims_of_right(script: Script, right: Script) -> Script:
    return [*boast(script, right).script[:-1], right[-1]]


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


def stamping_liar(forger: Forger) -> Iterator[Message]:
    """Claim the lines of a right program, each with its time; wait for nothing, and call nothing."""
    yield from (["ready"], ["loaded"])
    told = lines(forger.job)
    for time, text in told:
        yield printed(time, text)
    yield ["result", round(told[-1][0] * 10**9) if told else 0, None, RETURNED]


def idle_liar(forger: Forger) -> Iterator[Message]:
    """Print what a right program would, and wait between the lines; call nothing."""
    yield from (["ready"], ["loaded"])
    yield from waiting(lines(forger.job))


def hasty_liar(forger: Forger) -> Iterator[Message]:
    """Make the calls of a right `main`, wait for no answer, and go on as the one that is idle."""
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
    yield from waiting(lines(forger.job))


def waiting(told: list[tuple[float, str]]) -> Iterator[Message]:
    """Print lines at their times."""
    now = 0
    for time, text in told:
        if (until := round(time * 10**9)) > now:
            yield ["wait", now, until]
            now = until
        yield printed(time, text)
    yield ["result", now, None, RETURNED]


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


NOTHING_ASKED = {
    "02_gather": {"test_never_blocks"},
    "03_chain": {"test_leaves_nothing_behind"},
    "14_bounded": {"test_leaves_nothing_behind", "test_never_more_than_three"},
}
"""What asks for nothing that is done: each of them depends on checks that do."""
IDLE = {
    "02_gather": {
        *NOTHING_ASKED["02_gather"],
        "test_task_prints_and_waits",
        "test_tasks_overlap",
        "test_prints_the_four_lines",
    },
    "03_chain": {*NOTHING_ASKED["03_chain"], "test_prints_the_three_lines"},
    "14_bounded": {*NOTHING_ASKED["14_bounded"], "test_prints_the_list"},
}
"""What passes that waits and prints, and calls nothing, each check for itself."""
HASTY = {
    "02_gather": IDLE["02_gather"] | {"test_main_calls_task", "test_runs_both_at_the_same_time"},
    "03_chain": IDLE["03_chain"] | {"test_main_runs_three_orders"},
    "14_bounded": IDLE["14_bounded"] - {"test_never_more_than_three"}
    | {"test_main_calls_task", "test_next_begins_when_one_ends"},
}
"""What passes that makes the first calls of `main` and waits for none of them."""


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_liar_that_waits_for_nothing_has_printed_nothing_in_time(checks, exercise):
    """A line bears the judge's time, or the run ends: of all checks, those are left that ask for nothing."""
    assert judged_by(checks(exercise), stamping_liar) <= NOTHING_ASKED[exercise]


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
