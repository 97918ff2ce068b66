"""What is said where no fault of waiting explains a difference: the condition, the value, the call that is wrong."""

import pytest
from msgspec.structs import replace

from grader.diagnosis import Evidence, Finding, diagnose
from grader.diagnosis.output import _apart
from grader.model import (
    Asked,
    Blocked,
    CallEnded,
    CallStarted,
    EntryPoint,
    Exercise,
    LeftBehind,
    Place,
    Polled,
    Printed,
    Raised,
    Returned,
    TaskStarted,
    Trace,
)

FILE = "program.py"
EXERCISE = Exercise(
    slug="00_x",
    title="X",
    concept="",
    file=FILE,
    entry_points=(EntryPoint(name="main"), EntryPoint(name="task", parameters=("n",))),
)


def trace(*events, target="main()", replaced=()):
    return Trace(target=target, events=events, outcome=Returned(), duration_ns=0, replaced=replaced)


def finding(run, check="test_it", expected=(), actual=(), message="it differed", reference=None):
    return Finding(
        check=check,
        title="It works",
        trace=run,
        reference=reference,
        message=message,
        expected=expected,
        actual=actual,
    )


def first(source, *findings):
    return diagnose(Evidence(source=source, exercise=EXERCISE, findings=findings, main=None))[0]


def gave(source, found, due, target="task(1)"):
    run = trace(*called("task", 2), target=target)
    return first(source, finding(run, expected=(f"returns {due}",), actual=(f"returns {found}",)))


def called(function, line, call=2):
    began = CallStarted(
        time=0,
        call=call,
        task=1,
        parent=None,
        function=function,
        arguments="1",
        place=Place(FILE, line),
        definition=Place(FILE, 1),
    )
    return began, CallEnded(time=0, call=call)


def test_the_value_that_is_not_as_asked_is_marked_and_both_are_told():
    """Of several in one text, the one that differs."""
    found = gave("async def task(n):\n    return f'{n}: {len(text)} of {n}'\n", "'1: 3 of 1'", "'1: 4 of 1'")
    assert (found.line, found.message) == (2, "`len(text)` gave 3 where 4 was due")


def test_two_values_that_differ_are_no_clue():
    """Which of them is wrong first, nobody knows."""
    found = gave("async def task(n):\n    return f'{n} {len(text)}'\n", "'1 3'", "'2 4'")
    assert "gave" not in found.message


def test_a_value_that_is_none_comes_before_a_parameter_that_is_not_used():
    """The one explains what the check saw, the other does not."""
    source = "async def task(n):\n    answer = await ask()\n    return f'{answer.size} bytes'\n"
    assert gave(source, "'None bytes'", "'12 bytes'").message == "`answer.size` gave None where 12 was due"
    assert gave(source, "'11 bytes'", "'12 bytes'").code == "parameter-ignored"


def test_a_read_that_gave_the_first_part_of_an_answer_is_named():
    """It waits for something, and not for all."""
    source = "async def task(n):\n    data = await n.read(100)\n    return data.decode()\n"
    assert gave(source, "'milk cos'", "'milk costs 5'").message == (
        "`n.read(100)` gave 'milk cos', the part of the answer that had come by then"
    )
    assert "part of the answer" not in gave(source, "'tea'", "'milk costs 5'").message


def test_what_the_code_of_a_check_returns_is_no_result_that_the_program_threw_away():
    """Only a call of the program's own has the value in its hands."""
    source = "async def task(n):\n    await n.readline()\n    print(n)\n"
    assert gave(source, "'a'", "'b'").code == "hard-coded-output"
    assert gave(source, "'a'", "'b'", target="scenario(1)").code == "wrong-output"


@pytest.mark.parametrize(("test", "held"), [("n > 5", "did not hold"), ("n <= 5", "held")])
def test_the_condition_that_keeps_a_run_from_the_line_asked_for_is_marked(test, held):
    """Whichever way round it stands."""
    made, other = "f'warning: {n} left'", "f'{n}'"
    branches = (made, other) if held == "did not hold" else (other, made)
    source = (
        f"async def task(n):\n    if {test}:\n        return {branches[0]}\n    else:\n        return {branches[1]}\n"
    )
    found = gave(source, "'1'", "'warning: 1 left'")
    assert (found.line, found.message) == (2, f"`{test}` {held}: `warning: 1 left` was not made")


def test_a_method_called_past_the_name_that_a_check_stands_behind_is_named():
    """The file has the name, and does not call it."""
    source = (
        "class Chain:\n    async def task(self, n):\n        print(n)\n\n    async def run(self):\n"
        "        await self.task(1)\n\n\nmain = Chain().run\ntask = Chain().task\n"
    )
    asked = Asked(time=0, request=1, service="task", arguments=("1",), call=2)
    run = trace(*called("Chain.task", 6), replaced=("task",))
    found = first(source, finding(run, reference=trace(*called("task", 6), asked, replaced=("task",))))
    assert (found.code, found.line) == ("wrong-output", 6)
    assert found.message.startswith("the method `Chain.task` was called")


def test_who_asks_again_and_again_is_the_function_whose_line_it_is():
    """Not the grader's own task, in which it runs."""
    source = "async def main():\n    while not t.done():\n        await asyncio.sleep(0)\n"
    started = TaskStarted(time=0, task=1, parent=None, name="slow_cleanup(2.5)", place=None)
    found = first(source, finding(trace(started, Polled(time=0, task=1, place=Place(FILE, 3)))))
    assert found.message == "`main` asked `not t.done()` again and again in place of waiting"


def test_the_checks_that_alone_lead_to_a_cause_are_named_with_it():
    """Not those whose runs show nothing of it."""
    left = trace(
        TaskStarted(time=0, task=2, parent=1, name="task(1)", place=Place(FILE, 2)),
        LeftBehind(time=0, task=2, awaiting="asyncio.sleep(1)", place=Place(FILE, 2)),
    )
    source = "async def main():\n    t = asyncio.create_task(task(1))\nasync def task(n):\n    print(n)\n"
    printed = trace(Printed(time=0, stream="stdout", text="1", task=1, call=1, place=Place(FILE, 4)))
    found = first(source, finding(printed, "test_lines"), finding(left, "test_left"))
    assert (found.code, found.checks) == ("lost-task", ("test_left",))


@pytest.mark.parametrize(
    "job",
    [
        "    def __init__(self):\n        self.done = False\n",
        "    @property\n    def done(self):\n        return 1\n",
        "    done: bool = False\n",
    ],
)
def test_an_attribute_of_the_programs_own_may_bear_the_name_of_a_method(job):
    """Nobody can say of it that it is always true; of a method of asyncio's they can."""
    main = "async def main():\n    if job.done:\n        print(1)\n"
    assert "not called" not in first(f"class Job:\n{job}\n{main}", finding(trace())).message
    assert "not called" in first(main, finding(trace())).message


def test_two_lines_are_told_apart_by_what_differs():
    """What both begin and end with says nothing."""
    assert _apart("floor 0 of 9", "floor 1 of 9") == ("0", "1")
    assert _apart("no", "gave up") == ("no", "gave up")


@pytest.mark.parametrize(("milliseconds", "is_told"), [(3, False), (300, True)])
def test_leaving_a_pool_of_processes_takes_a_moment(milliseconds, is_told):
    """Its processes end in real time, whether or not the trace says that any real time was used."""
    source = "async def main():\n    with ProcessPoolExecutor(1) as pool:\n        pool.submit(pow, 3, 4)\n"
    held = Blocked(
        time=0,
        until=milliseconds * 1_000_000,
        task=1,
        call=1,
        what="ProcessPoolExecutor.shutdown()",
        place=Place(FILE, 2),
    )
    run = trace(*called("main", 1, call=1), held)
    told = diagnose(Evidence(source=source, exercise=EXERCISE, findings=(finding(run),), main=None))
    assert ("blocking-call" in [diagnostic.code for diagnostic in told]) is is_told


EARLY = """
async def task(n):
    if n == 1:
        raise ValueError("no")
    await asyncio.sleep(5)
"""


def test_what_raises_before_its_time_is_marked_where_it_raises():
    """That a call ended says neither how nor where."""
    outcome = Raised(error="ValueError", message="no", place=Place(FILE, 4), phase="run")
    run = replace(trace(*called("task", 2), target="task(1)"), outcome=outcome)
    found = first(EARLY, finding(run, message="`task(1)` ended at t=0 s, not at t=5 s"))
    assert (found.line, found.message) == (4, "`task(1)` raised ValueError at t=0 s, not at t=5 s")
    late = first(EARLY, finding(run, message="`task(1)` ended at t=9 s, not at t=5 s"))
    assert " raised " not in late.message


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("    x = n\n    return x\n", 3),
        ("    if n:\n        return n\n    return 0\n", 1),
        ("    def inner():\n        return 0\n    return n\n", 4),
    ],
    ids=["one", "two", "one of its own"],
)
def test_the_only_line_that_returns_is_marked_for_what_is_returned(body, line):
    """Of several nobody knows which it was."""
    run = trace(target="task(1)")
    found = first(f"async def task(n):\n{body}", finding(run, message="`task(1)` returned 'order 1: Ural'"))
    assert (found.line, found.code) == (line, "wrong-output")
