"""What a submission gets as a whole: root cause first, no more than needed, and never nothing when a check failed."""

import pytest

from grader.diagnosis import Evidence, Finding, diagnose
from grader.model import (
    Asked,
    Blocked,
    CallStarted,
    Deadlocked,
    EntryPoint,
    Exercise,
    LeftBehind,
    LimitExceeded,
    NeverAwaited,
    Outcome,
    Place,
    Printed,
    Raised,
    Rejected,
    Returned,
    TaskStarted,
    TimedOut,
    Trace,
    Waiter,
)

FILE = "program.py"
EXERCISE = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="main"),))


def trace(*events, outcome: Outcome | None = None, replaced=()):
    return Trace(target="main()", events=events, outcome=outcome or Returned(), duration_ns=0, replaced=replaced)


def finding(run, reference=None, message="something differed"):
    return Finding(
        check="test_it",
        title="It works",
        trace=run,
        reference=reference,
        message=message,
        expected=("a",),
        actual=("b",),
    )


def codes(source, run, *, reference=None, failed=True):
    findings = (finding(run, reference),) if failed else ()
    found = diagnose(Evidence(source=source, exercise=EXERCISE, findings=findings, main=run))
    return [diagnostic.code for diagnostic in found]


SOURCE = "import asyncio, time\nasync def main():\n    time.sleep(1)\n    work()\n    asyncio.create_task(work())\n"
BLOCKED = Blocked(time=0, until=10**9, task=1, call=1, what="time.sleep(1)", place=Place(FILE, 3))
FORGOTTEN = NeverAwaited(time=0, function="work", place=Place(FILE, 4))
STARTED = TaskStarted(time=0, task=2, parent=1, name="work()", place=Place(FILE, 5))
LEFT = LeftBehind(time=0, task=2, awaiting="asyncio.sleep(1)", place=Place(FILE, 5))


def test_a_failed_check_without_a_known_cause_gets_its_difference():
    """The last resort states what differed."""
    evidence = Evidence(
        source="async def main():\n    print(1)\n", exercise=EXERCISE, findings=(finding(trace()),), main=trace()
    )
    assert [(found.code, found.message) for found in diagnose(evidence)] == [("wrong-output", "something differed")]


def test_a_right_program_gets_nothing():
    """No failed check, and nothing that its run proves."""
    assert codes(SOURCE, trace(), failed=False) == []


def test_a_run_alone_is_enough_for_what_it_proves():
    """Without any check, what held up the event loop is still named."""
    assert codes(SOURCE, trace(BLOCKED), failed=False) == ["blocking-call"]


def test_independent_causes_are_all_told():
    """A blocked loop and a lost task have nothing to do with each other."""
    assert codes(SOURCE, trace(STARTED, BLOCKED, LEFT)) == ["blocking-call", "lost-task"]


def test_a_coroutine_that_never_ran_leaves_nothing_else_to_judge():
    """What else went wrong may follow from it."""
    assert codes(SOURCE, trace(STARTED, BLOCKED, LEFT, FORGOTTEN)) == ["never-awaited"]


def test_a_program_that_cannot_start_gets_that_one_diagnosis():
    """Its text is looked at for nothing else."""
    outcome = Rejected(code="missing-function", message="`main` is not defined", name="main")
    assert codes(SOURCE, trace(outcome=outcome)) == ["missing-function"]


def test_a_mistake_is_told_once_for_each_line():
    """Two runs that show the same make one diagnosis of it."""
    run = trace(BLOCKED)
    evidence = Evidence(
        source=SOURCE, exercise=EXERCISE, findings=(finding(run), finding(trace(BLOCKED, LEFT))), main=run
    )
    assert [found.code for found in diagnose(evidence)].count("blocking-call") == 1


def test_at_most_five_are_told():
    """However many lines block."""
    source = "import time\nasync def main():\n" + "    time.sleep(1)\n" * 9
    events = [
        Blocked(time=0, until=1, task=1, call=1, what="time.sleep(1)", place=Place(FILE, 3 + n)) for n in range(9)
    ]
    assert codes(source, trace(*events)) == ["blocking-call"] * 5


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Raised(error="KeyError", message="'x'", place=Place(FILE, 3)), "unhandled-error"),
        (TimedOut(limit_ns=10**9), "never-ends"),
        (LimitExceeded(limit="events"), "never-ends"),
        (LimitExceeded(limit="wall"), "cpu-bound"),
        (LimitExceeded(limit="output"), "endless-output"),
        (LimitExceeded(limit="memory"), "too-much-memory"),
        (Deadlocked(waiters=()), "await-cycle"),
        (Deadlocked(waiters=(Waiter(task="main()", awaiting="PriorityQueue.get()"),)), "queue-deadlock"),
        (Rejected(code="syntax-error", message="no"), "syntax-error"),
        (Rejected(code="not-a-coroutine", message="no", name="main"), "not-a-coroutine"),
        (Rejected(code="wrong-signature", message="no", name="main"), "wrong-signature"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_every_outcome_has_a_diagnosis(outcome, expected):
    """Also where no line is known."""
    assert codes("async def main():\n    work()\n", trace(outcome=outcome))[:1] == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "def f(:",
        "a\0b",
        "(" * 5000,
        "-" * 100_000 + "1",
        "\ud800",
        "",
        "x" * 100_000,
        "async def main(): " + "await " * 1000,
    ],
    ids=["syntax", "null", "brackets", "minus", "surrogate", "empty", "long", "awaits"],
)
def test_a_hostile_text_is_diagnosed_like_any_other(source):
    """Whatever the text is, and wherever the events say they happened."""
    events = (STARTED, BLOCKED, FORGOTTEN, LEFT)
    assert (
        codes(source, trace(*events, outcome=Raised(error="E" * 999, message="m" * 9999, place=Place(FILE, 99)))) != []
    )


def test_lines_of_other_files_are_not_marked():
    """A place in `given.py` is no line of the learner's."""
    run = trace(Blocked(time=0, until=1, task=1, call=1, what="time.sleep(1)", place=Place("given.py", 3)))
    (found,) = diagnose(Evidence(source=SOURCE, exercise=EXERCISE, findings=(), main=run))
    assert (found.line, found.column, found.label) == (None, None, "")


def test_lines_printed_though_no_service_was_asked_are_hard_coded():
    """Where the reference asks the service, and this program prints without it."""
    printed = Printed(time=0, stream="stdout", text="done", task=1, call=1, place=Place(FILE, 3))
    asked = Asked(time=0, request=1, service="work", arguments=(), call=2)
    began = CallStarted(
        time=0, call=2, task=1, parent=1, function="work", arguments="", place=Place(FILE, 3), definition=None
    )
    reference = trace(began, asked, printed, replaced=("work",))
    source = "async def main():\n    await sleep(0)\n    print('done')\n"
    assert codes(source, trace(printed, replaced=("work",)), reference=reference) == ["hard-coded-output"]
