"""What a submission gets as a whole: root cause first, no more than needed, and never nothing when a check failed."""

import pytest
from msgspec import structs

from grader.diagnosis import Evidence, Finding, diagnose
from grader.model import (
    Asked,
    Blocked,
    CallEnded,
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


@pytest.mark.parametrize(("beside", "notes"), [("", ()), ("async def start(): ...", ("the file defines `start`",))])
def test_no_method_is_offered_in_place_of_a_missing_function(beside, notes):
    """Only what could be called as the function is called could be meant."""
    source = f"class Gate:\n    async def __aenter__(self): ...\n    async def shut(self): ...\n{beside}\n"
    run = trace(outcome=Rejected(code="missing-function", message="`main` is not defined", name="main"))
    (found,) = diagnose(Evidence(source=source, exercise=EXERCISE, findings=(finding(run),), main=run))
    assert (found.code, found.notes) == ("missing-function", notes)


@pytest.mark.parametrize(
    ("kind", "asked"), [("_io.TextIOWrapper", "which thread does that wait for the disk"), ("Gate", "to be waited for")]
)
def test_a_file_in_async_with_leads_to_the_thread_that_reads_it(kind, asked):
    """A plain `with` would take the error away, and leave a call that holds up the event loop."""
    words = f"'{kind}' object does not support the asynchronous context manager protocol"
    source = "async def main():\n    async with open('a') as file:\n        file.read()\n"
    run = trace(outcome=Raised(error="TypeError", message=words, place=Place(FILE, 2)))
    (found,) = diagnose(Evidence(source=source, exercise=EXERCISE, findings=(finding(run),), main=run))
    assert found.code == "sync-context-manager"
    assert asked in found.hint


def test_lines_of_other_files_are_not_marked():
    """A place in `given.py` is no line of the learner's."""
    run = trace(Blocked(time=0, until=1, task=1, call=1, what="time.sleep(1)", place=Place("given.py", 3)))
    (found,) = diagnose(Evidence(source=SOURCE, exercise=EXERCISE, findings=(), main=run))
    assert (found.line, found.column, found.label) == (None, None, "")


def test_a_wait_inside_a_given_function_is_told_by_the_call_that_the_program_makes():
    """What the function waits in stands in no line of the learner's, and is a note."""
    source = "from given import slow_hash\nasync def main():\n    return slow_hash('spam')\n"
    exercise = structs.replace(EXERCISE, given="import time\ndef slow_hash(text):\n    time.sleep(2)\n")
    run = trace(Blocked(time=0, until=2 * 10**9, task=1, call=1, what="time.sleep(2)", place=Place(FILE, 3)))
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(), main=run))
    assert found.message == "`slow_hash('spam')` held up the event loop for 2 s"
    assert "`slow_hash` waits in `time.sleep(2)`" in found.notes


def test_what_a_driver_returned_is_asked_about_by_what_the_check_requires():
    """No line of the program gives the value."""
    run = structs.replace(trace(), target="given_up(2)")
    hints = [
        diagnose(
            Evidence(
                source=source,
                exercise=EXERCISE,
                findings=(finding(run, trace(), f"`{name}(2)` returned [4]"),),
                main=None,
            )
        )[0].hint
        for source, name in ((SOURCE, "given_up"), (f"{SOURCE}def count(n): return [n]\n", "count"))
    ]
    assert hints == [
        "What does the program do in this run that goes against “It works”?",
        "Which line gives [4], and what does it count or put together?",
    ]


def test_a_bare_print_is_said_to_end_its_line():
    """What is printed without an end of line is there when that comes."""
    source = "async def main():\n    print('b', end='')\n    print()\n"
    late, due = (
        Printed(time=time, stream="stdout", text="b", task=1, call=1, place=Place(FILE, 3)) for time in (10**9, 0)
    )
    (found,) = diagnose(
        Evidence(source=source, exercise=EXERCISE, findings=(finding(trace(late), trace(due)),), main=None)
    )
    assert (found.line, found.label) == (3, "ends the line, and only then is it there")


def test_only_tasks_that_were_there_are_said_to_have_been_held_up():
    """One that is started when the wait is over was not."""
    run = trace(BLOCKED, structs.replace(STARTED, time=BLOCKED.until))
    early = trace(STARTED, BLOCKED)
    notes = [
        diagnose(Evidence(source=SOURCE, exercise=EXERCISE, findings=(), main=one))[0].notes for one in (run, early)
    ]
    assert notes == [(), ("from t=0 s to t=1 s these could not run: `work()`",)]


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


WORK = "async def main():\n    work()\n"


@pytest.mark.parametrize(
    "text",
    [
        "TypeError: unsupported operand type(s) for +: 'int' and 'coroutine'",
        "TypeError: bad operand type for unary -: 'coroutine'",
        "TypeError: '<' not supported between instances of '_asyncio.Task' and 'int'",
        "TypeError: 'coroutine' object is not iterable",
        "TypeError: '_GatheringFuture' object is not subscriptable",
        "TypeError: 'coroutine' object does not support item assignment",
        "TypeError: 'coroutine' object cannot be interpreted as an integer",
        "TypeError: cannot unpack non-iterable coroutine object",
        "TypeError: object of type 'coroutine' has no len()",
        "TypeError: argument of type 'coroutine' is not iterable",
        "TypeError: Object of type coroutine is not JSON serializable",
        'TypeError: can only concatenate str (not "coroutine") to str',
        "TypeError: sequence item 0: expected str instance, coroutine found",
        "TypeError: list indices must be integers or slices, not coroutine",
        "TypeError: int() argument must be a string, a bytes-like object or a real number, not '_asyncio.Task'",
        "TypeError: unsupported format string passed to coroutine.__format__",
        "TypeError: find_city() needs a user's name as str, got coroutine",
        "AttributeError: 'coroutine' object has no attribute 'upper'",
        "AttributeError: '_asyncio.Task' object has no attribute 'upper'",
    ],
)
def test_what_python_says_of_a_coroutine_in_place_of_its_result_is_known(text):
    """Each form is what Python really says."""
    error, _, message = text.partition(": ")
    outcome = Raised(error=error, message=message, place=Place(FILE, 2))
    assert codes(WORK, trace(outcome=outcome)) == ["never-awaited"]


@pytest.mark.parametrize(
    "text",
    [
        "AttributeError: module 'asyncio' has no attribute 'coroutine'",
        "TypeError: could not convert string to float: 'Task A'",
        "TypeError: unusable arguments: could not convert string to float: 'Task A'",
        "ValueError: 'Task' is no name of a coroutine",
        "KeyError: 'coroutine'",
        "TypeError: greet() got an unexpected keyword argument 'coroutine'",
        "TypeError: run_coroutine() missing 1 required positional argument: 'Task'",
    ],
)
def test_a_word_in_a_message_is_no_evidence(text):
    """A learner's data may hold the same words."""
    error, _, message = text.partition(": ")
    outcome = Raised(error=error, message=message, place=Place(FILE, 2))
    assert codes(WORK, trace(outcome=outcome)) == ["unhandled-error"]


def test_no_text_holds_an_address():
    """It differs from run to run."""
    outcome = Raised(error="ValueError", message="not <function main at 0x7f0102030405>", place=Place(FILE, 2))
    (found,) = diagnose(
        Evidence(source=WORK, exercise=EXERCISE, findings=(finding(trace(outcome=outcome)),), main=None)
    )
    assert found.message == "an exception left `main()`: ValueError: not <function main>"


def test_parameters_in_another_order_are_not_said_to_be_uncallable():
    """The same names in another order can be called, and get the wrong arguments."""
    entries = (EntryPoint(name="work", parameters=("name", "delay")),)
    exercise = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=entries)
    source = "async def work(delay, name):\n    await sleep(delay)\n    print(name)\n"
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(finding(trace()),), main=trace()))
    assert (found.code, found.message) == (
        "wrong-signature",
        "`work(delay, name)` took its arguments in another order than `work(name, delay)`",
    )


@pytest.mark.parametrize(
    ("signature", "fits"),
    [("url, seen, limit", True), ("url, *rest", True), ("page, *, seen", True), ("", False), ("*, url", False)],
)
def test_an_entry_point_may_take_more_where_the_exercise_says_so(signature, fits):
    """The first parameters are asked for, further ones are the learner's affair."""
    entries = (EntryPoint(name="work", parameters=("url",), may_take_more=True),)
    exercise = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=entries)
    source = f"async def work({signature}):\n    print(1)\n"
    found = diagnose(Evidence(source=source, exercise=exercise, findings=(finding(trace()),), main=trace()))
    assert ("wrong-signature" not in [diagnostic.code for diagnostic in found]) is fits


def test_an_own_function_in_place_of_a_given_one_is_named():
    """The service was never asked, since the file defines the name itself."""
    asked = Asked(time=0, request=1, service="given.find", arguments=("1",), call=2)
    began = CallStarted(
        time=0, call=2, task=1, parent=1, function="find", arguments="1", place=Place(FILE, 6), definition=None
    )
    printed = Printed(time=0, stream="stdout", text="found", task=1, call=1, place=Place(FILE, 6))
    source = "async def find(order):\n    return 'found'\n\n\nasync def main():\n    print(await find(1))\n"
    (found,) = diagnose(
        Evidence(
            source=source,
            exercise=EXERCISE,
            findings=(
                finding(trace(printed, replaced=("given.find",)), trace(began, asked, replaced=("given.find",))),
            ),
            main=None,
        )
    )
    assert (found.code, found.line, found.message) == (
        "hard-coded-output",
        1,
        "the `find` of `given.py` was never called: the file defines its own",
    )


def chain(length):
    """`main` called by itself, again and again."""
    return [
        CallStarted(
            time=0,
            call=call,
            task=1,
            parent=call - 1 or None,
            function="main",
            arguments="",
            place=Place(FILE, 3) if call > 1 else None,
            definition=Place(FILE, 1),
        )
        for call in range(1, length + 1)
    ]


RECURSIVE = "async def main():\n    await sleep(1)\n    await main()\n"


@pytest.mark.parametrize("outcome", [TimedOut(limit_ns=10**9), LimitExceeded(limit="cpu", place=Place(FILE, 2))])
def test_a_coroutine_that_calls_itself_without_end_is_named(outcome):
    """Whatever limit it reaches first: the line is that of the call, not the one that ran."""
    run = trace(*chain(50), outcome=outcome)
    (found,) = diagnose(Evidence(source=RECURSIVE, exercise=EXERCISE, findings=(), main=run))
    assert (found.code, found.line, found.message) == (
        "never-ends",
        3,
        "`main` called itself again and again, and none of these calls had ended",
    )


def test_calls_of_itself_that_ended_are_no_endless_chain():
    """A coroutine may call itself; what counts is that none of the calls ended."""
    calls = chain(50)
    events = [*calls, *(CallEnded(time=0, call=event.call) for event in reversed(calls))]
    (found,) = diagnose(
        Evidence(source=RECURSIVE, exercise=EXERCISE, findings=(), main=trace(*events, outcome=TimedOut(limit_ns=10)))
    )
    assert found.message == "`main()` was still under way after 0 s"


def missing(source, looked_for="work", main="main"):
    """Return the diagnosis where a check found one function missing, and the run of `main` another."""
    entries = (EntryPoint(name="work"), EntryPoint(name="main"))
    exercise = Exercise(slug="00_x", title="X", concept="", file=FILE, entry_points=entries)
    runs = [
        trace(outcome=Rejected(code="missing-function", message=f"`{name}` is not defined", name=name))
        for name in (looked_for, main)
    ]
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(finding(runs[0]),), main=runs[1]))
    return found


def test_the_missing_function_is_the_one_that_the_failed_check_looked_for():
    """The two texts stand beside each other."""
    assert missing("async def other(): ...\n").message == "`work` was not defined in program.py"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", "`work` was not defined: program.py was empty"),
        ("# nothing yet\n", "`work` was not defined: program.py holds only comments"),
        ("class Shop:\n    async def work(self): ...\n", "`work` was defined only inside `class Shop`"),
        ("async def main():\n    async def work(): ...\n", "`work` was defined only inside `main`"),
        (
            "if __name__ == '__main__':\n    async def work(): ...\n",
            "`work` was defined only inside `if __name__ == '__main__':`",
        ),
    ],
)
def test_where_a_missing_function_was_found_is_told(source, expected):
    """A file that defines it in the wrong place, or one without anything."""
    assert missing(source).message == expected


@pytest.mark.parametrize(
    "text", ["unhashable type: 'list'", "An asyncio.Future, a coroutine or an awaitable is required"]
)
def test_a_gather_on_another_line_is_not_blamed(text):
    """The only one in the file need not be the one that raised."""
    source = "async def main():\n    found = {[]: 1}\n    await asyncio.gather(work())\n"
    assert codes(source, trace(outcome=Raised(error="TypeError", message=text, place=Place(FILE, 2)))) == [
        "unhandled-error"
    ]


def asked(call, *arguments):
    """A call of the service `work`, and what the judge sees of it."""
    return (
        CallStarted(
            time=0,
            call=call,
            task=1,
            parent=1,
            function="work",
            arguments=", ".join(arguments),
            place=Place(FILE, 2),
            definition=None,
        ),
        Asked(time=0, request=call, service="work", arguments=arguments, call=call),
    )


SWAPPED = 'async def main():\n    await gather(work(2, "a"), work("b", 1))\n'


def test_arguments_in_another_order_explain_the_error_that_they_lead_to():
    """The call is marked, not the line in which the wrong value was used."""
    run = trace(
        *asked(2, "2", "'a'"),
        outcome=Raised(error="TypeError", message="must be real number, not str", place=Place(FILE, 1)),
        replaced=("work",),
    )
    reference = trace(*asked(2, "'a'", "2"), replaced=("work",))
    (found,) = diagnose(Evidence(source=SWAPPED, exercise=EXERCISE, findings=(finding(run, reference),), main=None))
    assert (found.line, found.column, found.message) == (
        2,
        18,
        "`work(2, 'a')` was called where `work('a', 2)` was due",
    )


def test_calls_that_were_asked_for_are_not_said_to_be_swapped():
    """Where both orders are due, neither is wrong."""
    calls = (*asked(2, "1", "2"), *asked(3, "2", "1"))
    run = trace(*calls, outcome=Raised(error="KeyError", message="1", place=Place(FILE, 2)), replaced=("work",))
    assert codes(SWAPPED, run, reference=trace(*calls, replaced=("work",))) == ["unhandled-error"]


def test_an_empty_line_beside_those_asked_for_is_named_in_words():
    """There is nothing to quote."""
    due = [Printed(time=0, stream="stdout", text="a", task=1, call=1, place=Place(FILE, 2))]
    extra = Printed(time=0, stream="stdout", text="", task=1, call=1, place=Place(FILE, 3))
    found = diagnose(
        Evidence(
            source="async def main():\n    print('a')\n    print()\n",
            exercise=EXERCISE,
            findings=(
                Finding(
                    check="test_it",
                    title="It works",
                    trace=trace(*due, extra),
                    reference=trace(*due),
                    message="something differed",
                    expected=("t=0 s a",),
                    actual=("t=0 s a", "t=0 s "),
                ),
            ),
            main=None,
        )
    )
    assert [one.message for one in found] == ["a further line was printed, an empty one"]


@pytest.mark.parametrize(
    "body",
    [
        "async def task(path):\n    n = await size(path)\n    return n - 1  # here\n",
        "async def task(path):\n    return await asyncio.to_thread(size, path)\ndef size(p):\n    return 3  # here\n",
    ],
)
def test_a_wrong_value_of_the_one_function_asked_for_is_marked_where_it_is_given_back(body):
    """A function of the check's own called it, so no line of the run says more."""
    exercise = Exercise(
        slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="task", parameters=("path",)),)
    )
    source = "import asyncio\n" + body
    run = Trace(target="counted('a')", events=(), outcome=Returned(), duration_ns=0)
    differs = finding(run, run, message="`counted('a')` returned 2")
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(differs,), main=None))
    assert (found.code, found.line) == ("wrong-output", source[: source.index("# here")].count("\n") + 1)


def test_a_call_that_began_at_another_time_is_marked_where_it_is_let_in():
    """The one `__aenter__` of the program decides when a block is entered."""
    exercise = Exercise(
        slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="task", parameters=("limit",)),)
    )
    source = (
        "class Limit:\n    async def __aenter__(self):\n        ...\n    async def __aexit__(self, *_):\n        ...\n"
        "async def task(limit):\n    async with limit:\n        print(1)\n"
    )
    run = Trace(target="crowd()", events=(), outcome=Returned(), duration_ns=0)
    differs = finding(run, run, message="`task(3, <Limit>)` began at t=5 s, not at t=7 s")
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(differs,), main=None))
    assert (found.code, found.line, found.label) == ("wrong-output", 2, "decides when `task` gets past line 7")


def test_of_several_values_the_one_that_came_is_marked_with_the_condition_that_did_not_hold():
    """A text with values in it says which `return` it was."""
    exercise = Exercise(
        slug="00_x", title="X", concept="", file=FILE, entry_points=(EntryPoint(name="task", parameters=("page",)),)
    )
    source = (
        "async def task(page):\n    if page.status == 404:\n        return f'{page}: error 404'\n"
        "    return f'{page}: {page.size} bytes'\n"
    )
    run = Trace(target="one_page('a')", events=(), outcome=Returned(), duration_ns=0)
    differs = finding(run, run, message="`one_page('a')` returned '/5982: 7 bytes'")
    (found,) = diagnose(Evidence(source=source, exercise=exercise, findings=(differs,), main=None))
    assert (found.line, found.label) == (4, "reached since `page.status == 404` on line 2 did not hold")


def test_a_wait_in_c_code_of_which_no_line_is_known_is_the_only_one_in_the_text():
    """The run used up its time, and no processor time, at the line that runs the event loop."""
    source = (
        "import asyncio\nfrom multiprocessing import Pipe\n\nhere, there = Pipe()\n\n\n"
        "async def main():\n    print(there.recv())\n\n\nasyncio.run(main())\n"
    )
    begun = CallStarted(
        time=0, call=1, parent=None, task=1, function="main", arguments="", definition=Place(FILE, 7), place=None
    )
    run = trace(begun, outcome=LimitExceeded(limit="wall", place=Place(FILE, 11)))
    found = diagnose(Evidence(source=source, exercise=EXERCISE, findings=(), main=run))
    assert [(one.code, one.line) for one in found] == [("blocking-call", 8)]
