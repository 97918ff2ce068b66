"""What a check sees of a run, and every sentence in which a comparison that failed is told."""

import pytest

from grader.judge.difference import MAX_LINE, MAX_LINES
from grader.judge.matchers import any_order, anything, at, before, call, overlap
from grader.judge.observed import Run
from grader.model import (
    Blocked,
    Computed,
    LeftBehind,
    NeverAwaited,
    NeverRetrieved,
    Place,
    Polled,
    Printed,
    Raised,
    ResourceLeftOpen,
    Returned,
    TaskStarted,
    Trace,
)
from grader.runner import Finished, Request
from grader.runner.values import Opaque

SECOND = 1_000_000_000
LIAR = Opaque("Liar", "1")
"""What comes back of an object whose `repr` is that of a number."""


def run(*events, value=None, requests=(), duration=2.0, outcome=None, polling=()) -> Run:
    """Return a run of `main()` with these events."""
    trace = Trace(
        target="main()",
        events=events,
        outcome=outcome or Returned(),
        duration_ns=round(duration * SECOND),
        replaced=("task", "given.fetch"),
    )
    return Run(
        Finished(trace=trace, value=value, requests=tuple(requests), over_ns=trace.duration_ns), lambda: tuple(polling)
    )


def printed(time, text, stream="stdout"):
    """Return a line of output."""
    return Printed(time=round(time * SECOND), stream=stream, text=text, task=None, call=None, place=None)


def output(*lines):
    """Return the output of a run that printed these lines."""
    return run(*(printed(time, text) for time, text in lines)).output


def asked(*arguments, start=0.0, end=1.0, how="returned", service="task"):
    """Return a call of a service; `end=None`: it was never answered."""
    ended = None if end is None else round(end * SECOND)
    return Request(service=service, arguments=arguments, start=round(start * SECOND), end=ended, how=how)


def calls(*requests):
    """Return the calls of `task` in a run that made these."""
    return run(requests=requests).calls("task")


def message(observed, expected):
    """Return in which words the two differ."""
    found = observed.difference(expected)
    assert (observed == expected) == (found is None)
    return None if found is None else found.message


FOUR = [(0, "A started"), (0, "B started"), (1, "B finished"), (2, "A finished")]
WANTED = [at(0, "A started", "B started"), at(1, "B finished"), at(2, "A finished")]


# --- output ---


@pytest.mark.parametrize(
    "wanted",
    [
        WANTED,
        tuple(WANTED),
        [at(0, any_order("B started", "A started")), *WANTED[1:]],
        [at(0, "A started"), at(0, "B started"), *WANTED[1:]],
        [at(0.001, "A started", "B started"), at(0.999, "B finished"), at(2.0004, "A finished")],
    ],
)
def test_output_that_is_as_wanted(wanted):
    """Lines are compared in order, with their times to a millisecond."""
    assert output(*FOUR) == wanted


def test_an_error_stream_is_no_output():
    """What goes to standard error is not compared."""
    assert run(printed(0, "a"), printed(0, "log", "stderr")).output == [at(0, "a")]


@pytest.mark.parametrize(
    ("lines", "wanted", "words"),
    [
        ([], WANTED, "`main()` printed nothing"),
        (FOUR[:3], WANTED, "`A finished` was not printed"),
        ([*FOUR, (2, "done")], WANTED, "a further line was printed: `done`"),
        ([(0, "a")], [], "a further line was printed: `a`"),
        ([*FOUR[:3], (3, "A finished")], WANTED, "`A finished` was printed at t=3 s, not at t=2 s"),
        ([(0.002, "a")], [at(0, "a")], "`a` was printed at t=0.002 s, not at t=0 s"),
        ([FOUR[1], FOUR[0], *FOUR[2:]], WANTED, "`B started` was printed where `A started` was due"),
        ([FOUR[0], FOUR[2], FOUR[1], FOUR[3]], WANTED, "`B finished` was printed where `B started` was due"),
        ([(0, "a"), (0, "c")], [at(0, any_order("a", "b"))], "`b` was not printed"),
        ([(0, "a"), (0, "c"), (0, "b")], [at(0, any_order("a", "b"))], "`c` was printed where `b` was due"),
        ([(0, "a"), (0, "a")], [at(0, "a"), at(1, "a")], "`a` was printed at t=0 s, not at t=1 s"),
        ([(0, "a")], [at(0, "a"), at(1, "a")], "`a` was printed too early"),
        ([(0, "a ")], [at(0, "a")], "`a` was not printed"),
    ],
)
def test_output_that_differs(lines, wanted, words):
    """The first difference is told, in the words of the program."""
    assert message(output(*lines), wanted) == words


def test_output_is_shown_in_the_same_grammar_on_both_sides():
    """Expected and actual are lines with their times."""
    found = output((0, "a"), (0.25, "b")).difference([at(0, "a"), at(1, any_order("b", "c"))])
    assert found.expected == ("t=0 s     a", "t=1 s     b  (any order)", "t=1 s     c  (any order)")
    assert found.actual == ("t=0 s     a", "t=0.25 s  b")
    assert output().difference([at(0, "a")]).actual == ("(nothing printed)",)


def test_output_without_end_is_cut_and_says_so():
    """Neither one long line nor many lines make a report that cannot be read."""
    long = output(*[(0, "x" * 5_000)] * 1_000).difference([at(0, "y" * 5_000)])
    assert len(long.actual) == MAX_LINES + 1
    assert long.actual[-1] == f"… and {1_000 - MAX_LINES} more lines"
    assert max(map(len, (*long.actual, *long.expected))) == MAX_LINE
    assert long.actual[0].endswith("x…")
    assert len(long.message) < 100


@pytest.mark.parametrize("wanted", ["a", ["a"], None, [("a", 0)], at(0, "a")])
def test_output_refuses_what_it_cannot_be_compared_with(wanted):
    """An author's slip is no fault of the learner's: it is a TypeError, not a difference."""
    with pytest.raises(TypeError, match="a list of at"):
        assert output((0, "a")) == wanted


def test_output_can_be_counted_and_read():
    """A check may also look at the lines themselves."""
    assert len(output(*FOUR)) == 4
    assert list(output(*FOUR))[2] == (SECOND, "B finished")


# --- texts ---


@pytest.mark.parametrize(
    ("lines", "wanted", "words"),
    [
        (["a", "b"], ["a", "b"], None),
        ([], [], None),
        ([], ["a"], "`main()` printed nothing"),
        (["a"], ["a", "b"], "`b` was not printed"),
        (["a", "b"], ["a"], "a further line was printed: `b`"),
        (["b", "a"], ["a", "b"], "`b` was printed before `a`, which was due first"),
        (["c", "a"], ["a", "b"], "`c` was printed where `a` was due"),
        (["b", "c"], ["a", "b"], "`b` was printed where `a` was due"),
    ],
)
def test_texts_leave_the_times_alone(lines, wanted, words):
    """`output.texts` compares lines whenever they came."""
    assert message(output(*[(number, line) for number, line in enumerate(lines)]).texts, wanted) == words


@pytest.mark.parametrize("wanted", ["a", ("a",), [at(0, "a")], None])
def test_texts_refuse_what_they_cannot_be_compared_with(wanted):
    """As for output."""
    with pytest.raises(TypeError, match="a list of lines"):
        assert output((0, "a")).texts == wanted


# --- duration, what was returned or raised ---


def test_a_duration_agrees_to_a_millisecond():
    """Two seconds are two seconds, as an integer or not."""
    assert run(duration=2).duration == 2
    assert run(duration=2.001).duration == 2.0
    assert message(run(duration=2.0011).duration, 2) == "`main()` ended at t=2.001 s, not at t=2 s"
    assert run(duration=3).duration.difference(2).expected == ("ends at t=2 s",)
    assert run(duration=3).duration.difference(2).actual == ("ends at t=3 s",)


@pytest.mark.parametrize("wanted", ["2", None, True, [2]])
def test_a_duration_compares_with_seconds_only(wanted):
    """Anything else is an author's slip."""
    with pytest.raises(TypeError, match="with seconds"):
        assert run().duration == wanted


@pytest.mark.parametrize(
    ("value", "wanted", "words"),
    [
        (2, 2.0, None),
        ([1, 2], [1, 2], None),
        (None, None, None),
        (True, 1, "`main()` returned True"),
        (1, True, "`main()` returned 1"),
        ("3", 3, "`main()` returned '3'"),
        ([True], [1], "`main()` returned [True]"),
        (None, 0, "`main()` returned None"),
        (LIAR, 1, f"`main()` returned {LIAR!r}"),
        ("x" * 100, "y", f"`main()` returned '{'x' * 58}…"),
    ],
)
def test_what_was_returned_is_of_the_wanted_type_too(value, wanted, words):
    """A bool is no number, and an object that calls itself 3 is not 3."""
    assert message(run(value=value).returned, wanted) == words


def test_what_was_raised_is_told_as_text():
    """None where nothing was raised."""
    raised = run(outcome=Raised(error="ValueError", message="no")).raised
    assert raised == "ValueError: no"
    assert message(raised, None) == "`main()` raised ValueError: no"
    assert message(run().raised, "ValueError: no") == "`main()` raised nothing"
    assert raised.difference("TypeError: no").expected == ("raises TypeError: no",)
    assert run().raised == None  # noqa: E711


# --- nothing left, nothing blocked ---


def test_nothing_left_behind():
    """An empty list is what a tidy run leaves."""
    assert run().left_behind == []
    assert not run().left_behind


@pytest.mark.parametrize(
    ("events", "words", "line"),
    [
        (
            [
                TaskStarted(time=0, task=2, parent=1, name="task('A', 2)", place=None),
                LeftBehind(time=SECOND, task=2, awaiting="asyncio.sleep(2)", place=None),
            ],
            "`task('A', 2)` was unfinished when `main()` ended",
            "task('A', 2): unfinished",
        ),
        (
            [LeftBehind(time=SECOND, task=9, awaiting="", place=None)],
            "`a task` was unfinished when `main()` ended",
            "a task: unfinished",
        ),
        (
            [NeverAwaited(time=0, function="task", place=None)],
            "a coroutine of `task` was never awaited",
            "task: never awaited",
        ),
        (
            [ResourceLeftOpen(time=0, what="a connection", place=Place("work.py", 3))],
            "a connection (opened on line 3 of work.py) was never closed",
            "a connection (opened on line 3 of work.py): never closed",
        ),
        (
            [NeverRetrieved(time=0, task=2, error="ValueError: a\nb")],
            "nobody looked at an exception: ValueError: a b",
            "exception never looked at: ValueError: a\nb",
        ),
    ],
)
def test_what_was_left_behind_is_named(events, words, line):
    """A task unfinished, a coroutine not awaited, an exception not looked at, a connection not closed."""
    left = run(*events).left_behind
    assert message(left, []) == words
    assert left.difference([]).actual == (line,)
    assert left.difference([]).expected == ("nothing left behind",)
    assert left


@pytest.mark.parametrize(
    ("observed", "words", "line"),
    [
        (
            run(Blocked(time=0, until=SECOND, task=1, call=1, what="time.sleep(1)", place=Place("work.py", 7))),
            "time.sleep(1) blocked the event loop on line 7",
            "blocked for 1 s: time.sleep(1)",
        ),
        (
            run(Blocked(time=0, until=0, task=1, call=1, what="open()", place=Place("work.py", 7))),
            "open() blocked the event loop on line 7",
            "blocked on line 7: open()",
        ),
        (
            run(Computed(time=0, task=1, call=1, place=Place("work.py", 7))),
            "a computation held up the event loop on line 7",
            "computed for long on line 7",
        ),
        (
            run(Polled(time=0, task=1, place=Place("work.py", 9))),
            "a task asked again and again (polled) on line 9",
            "polling on line 9",
        ),
        (
            run(polling=[("`main`", Place("work.py", 3))]),
            "`main` asked again and again (polled) on line 3",
            "polling on line 3",
        ),
    ],
)
def test_what_blocks_or_polls_is_named_with_its_line(observed, words, line):
    """The line is the learner's."""
    assert message(observed.blocking, []) == words
    assert observed.blocking.difference([]).actual == (line,)


@pytest.mark.parametrize("wanted", [0, None, False, (), ["a"]])
def test_things_that_must_not_be_there_compare_with_an_empty_list_only(wanted):
    """`== ["x"]` would otherwise be true of a run that left nothing behind."""
    with pytest.raises(TypeError, match=r"with \[\] only"):
        assert run().left_behind == wanted


# --- calls ---

A = asked("A", 2, start=0, end=2)
B = asked("B", 1, start=0, end=1)


@pytest.mark.parametrize(
    ("requests", "wanted"),
    [
        ([A, B], [call("A", 2), call("B", 1)]),
        ([A, B], [call("A", 2, at=0), call("B", 1.0, at=0.001)]),
        ([A, B], any_order(call("B", 1), call("A", 2))),
        ([A, B], overlap(call("A", 2), call("B", 1))),
        ([B, asked("A", 2, start=1, end=3)], before(call("B", 1), call("A", 2))),
        ([A, B], [call("A", anything), call(anything, anything)]),
        ([], []),
        ([asked(), asked()], [call(), call()]),
        # `anything` must not take the only request that another call fits.
        ([asked(1, 2), asked(1, 3)], any_order(call(1, anything), call(1, 2))),
        ([asked(1, 2), asked(1, 3), asked(4, 2)], any_order(call(1, anything), call(anything, 2), call(1, 2))),
        # Equal arguments, told apart by their times.
        ([asked(1, start=0), asked(1, start=1)], any_order(call(1, at=1), call(1, at=0))),
        ([asked(1, start=0), asked(1, start=1)], any_order(call(1), call(1, at=0))),
        # Never answered: under way until the run ended.
        ([asked("A", end=None), asked("B", start=1, end=None)], overlap(call("A"), call("B"))),
        # Calls that take no time, all at once.
        ([asked(1, end=0), asked(2, end=0)], overlap(call(1), call(2))),
    ],
)
def test_calls_that_are_as_wanted(requests, wanted):
    """A list is in order; matchers say what else counts."""
    assert calls(*requests) == wanted


@pytest.mark.parametrize(
    ("requests", "wanted", "words"),
    [
        ([], [call("A", 2)], "`task` was never called"),
        ([], any_order(call("A", 2)), "`task` was never called"),
        ([A], [call("A", 2), call("B", 1)], "`task('B', 1)` was not called"),
        ([A, asked("B", 2)], [call("A", 2), call("B", 1)], "`task('B', 1)` was not called; `task('B', 2)` was"),
        ([A, B, A], [call("A", 2), call("B", 1)], "`task('A', 2)` was called once more"),
        ([A, B, A], any_order(call("A", 2), call("B", 1)), "`task('A', 2)` was called once more"),
        ([A, B, asked("C")], [call("A", 2), call("B", 1)], "`task('C')` was called too"),
        ([A], [], "`task('A', 2)` was called too"),
        ([B, A], [call("A", 2), call("B", 1)], "`task('B', 1)` began before `task('A', 2)`"),
        ([asked(1, start=1)], [call(1, at=0)], "`task(1)` began at t=1 s, not at t=0 s"),
        ([asked(1, start=1)], any_order(call(1, at=0)), "`task(1)` began at t=1 s, not at t=0 s"),
        ([asked(1, start=0.002)], [call(1, at=0)], "`task(1)` began at t=0.002 s, not at t=0 s"),
        ([asked(True)], [call(1)], "`task(1)` was not called; `task(True)` was"),
        ([asked("1")], [call(1)], "`task(1)` was not called; `task('1')` was"),
        ([asked([1])], [call((1,))], "`task((1,))` was not called; `task([1])` was"),
        ([asked(LIAR)], [call(1)], "`task(1)` was not called; `task(<Liar>)` was"),
        ([asked("A")], [call("A", 2)], "`task('A', 2)` was not called; `task('A')` was"),
        (
            [asked(1, 2), asked(1, 3), asked(9, 9)],
            any_order(call(1, anything), call(1, 2)),
            "`task(9, 9)` was called too",
        ),
        (
            [asked("A", end=2), asked("B", start=2, end=3)],
            overlap(call("A"), call("B")),
            "`task('B')` began when `task('A')` had ended",
        ),
        (
            [asked("A", end=1), asked("B", end=5), asked("C", start=1, end=3)],
            overlap(call("A"), call("B"), call("C")),
            "`task('C')` began when `task('A')` had ended",
        ),
        (
            [asked("A", end=2), asked("B", start=1, end=3)],
            before(call("A"), call("B")),
            "`task('B')` began before `task('A')` had ended",
        ),
        ([asked("x" * 100)], [call(1)], f"`task(1)` was not called; `task('{'x' * 38}…)` was"),
    ],
)
def test_calls_that_differ(requests, wanted, words):
    """The first difference is told as the calls that were made and that were due."""
    assert message(calls(*requests), wanted) == words


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ([call("A", 2, at=0)], ("task('A', 2) from t=0 s",)),
        (any_order(call("A"), call("B")), ("task('A')", "task('B')", "in any order")),
        (overlap(call("A"), call("B")), ("task('A')", "task('B')", "all of them under way at once")),
        (before(call("A"), call(anything)), ("task('A')", "task(…)")),
    ],
)
def test_calls_that_were_due_are_shown_as_calls(wanted, shown):
    """With the word on their order."""
    assert calls(asked("Z")).difference(wanted).expected == shown


@pytest.mark.parametrize(
    ("requests", "wanted", "differs"),
    [
        ([A, B, asked("C", start=1)], [call("A", 2, at=0), call("B", 1), call("C", at=2)], [2]),
        ([A, asked("C"), B], any_order(call("B", anything), call("C", at=2), call("A", 2)), [1]),
        ([A, B], [call("A", 2), call("C"), call("B", 1)], [1]),
        ([B, A], [call("A", 2), call("B", 1)], [0, 1]),
        ([A, B, B], any_order(call("A", 2), call("B", 1)), []),
    ],
)
def test_a_call_that_is_as_it_should_be_is_written_alike_as_expected_and_as_actual(requests, wanted, differs):
    """So the first line that differs is where the calls do, in any order, too."""
    found = calls(*requests).difference(wanted)
    pairs = zip(found.expected, found.actual, strict=False)
    assert [number for number, (one, other) in enumerate(pairs) if one != other][: len(differs)] == differs


def test_calls_that_were_made_are_shown_with_their_times():
    """From when to when, and what cut them short."""
    made = calls(A, asked("B", start=1, end=None), asked("C", start=1, end=1.5, how="cancelled"))
    assert made.difference([]).actual == (
        "task('A', 2) from t=0 s to t=2 s",
        "task('B') from t=1 s to never answered",
        "task('C') from t=1 s to t=1.5 s, cancelled",
    )
    assert calls().difference([call(1)]).actual == ("no call of task",)


def test_a_service_of_given_is_called_by_its_own_name():
    """`given.fetch` is `fetch` to the learner."""
    fetched = run(requests=[asked("x", service="given.fetch")]).calls("given.fetch")
    assert message(fetched, []) == "`fetch('x')` was called too"
    assert fetched.arguments == [("x",)]
    assert len(fetched) == 1


@pytest.mark.parametrize("wanted", [None, call(1), (call(1),), [1], overlap(1), "A", any_order("A")])
def test_calls_refuse_what_they_cannot_be_compared_with(wanted):
    """An author's slip is a TypeError."""
    with pytest.raises(TypeError, match="calls can be compared"):
        assert calls(asked(1)) == wanted


def test_a_service_that_was_not_put_in_place_is_an_authors_slip():
    """A misspelt name does not look like a program that never called it."""
    with pytest.raises(LookupError, match="'tsak'"):
        run().calls("tsak")


# --- how many at once ---


@pytest.mark.parametrize(
    ("requests", "most"),
    [
        ([], 0),
        ([A], 1),
        ([A, B], 2),
        ([asked(1, end=1), asked(2, start=1, end=2)], 1),
        ([asked(1, end=None), asked(2, start=1.5, end=None)], 2),
    ],
)
def test_the_most_at_once(requests, most):
    """One that begins when another ends is not beside it; one never answered is under way to the end."""
    assert calls(*requests).most_at_once == most
    assert calls(*requests).most_at_once <= most
    assert not calls(*requests).most_at_once <= most - 1


def test_more_at_once_than_allowed_is_told():
    """With both numbers."""
    found = calls(A, B).most_at_once.at_most(1)
    assert found.message == "2 calls of `task` were under way at once"
    assert (found.expected, found.actual) == (("at most 1 at once",), ("2 at once",))
    assert calls(A, B).most_at_once.difference(3).expected == ("3 at once",)


def test_always_so_many_at_once():
    """Only while another one has still to begin."""
    full = [asked(1, end=1), asked(2, end=2), asked(3, start=1, end=3)]
    assert calls(*full).always_at_once(2) == []
    late = calls(asked(1, end=1), asked(2, end=2), asked(3, start=2, end=3)).always_at_once(2)
    assert message(late, []) == "1 of 2 calls of `task` were under way from t=1 s to t=2 s"
    assert late.difference([]).expected == ("2 under way as long as another one has to begin",)


def test_a_call_that_another_one_leads_to_is_known_when_that_has_returned():
    """A page is known by the links to it, and by the first one that is read; what fails leads nowhere."""
    links = {"/": ["/a", "/b", "/x"], "/a": ["/c"], "/b": ["/c"], "/x": ["/c"]}

    def gaps(*requests):
        return calls(*requests).always_at_once(2, leads_to=links.__getitem__)

    start, a, b = asked("/"), asked("/a", start=1, end=2), asked("/b", start=1, end=3)
    assert gaps(start, a, b, asked("/c", start=2, end=4)) == []
    late = gaps(start, a, b, asked("/c", start=3, end=4))
    assert message(late, []) == "1 of 2 calls of `task` were under way from t=2 s to t=3 s"
    broken = asked("/x", start=1, end=2, how="raised")
    assert gaps(start, b, broken, asked("/c", start=3, end=4)) == []


def test_what_cannot_lead_anywhere_leads_nowhere():
    """A learner may pass anything: that is no error of the check's."""
    assert calls(asked([]), asked(start=1)).always_at_once(1, leads_to={}.__getitem__) == []


def test_when_the_last_call_had_ended():
    """In seconds; a call that was never answered was under way to the end."""
    assert calls(asked(1, end=1.5), asked(2, end=1)).last_end == 1.5
    assert calls(asked(1, end=None)).last_end == 2
    assert calls().last_end == 0


def test_a_late_first_call_is_not_always_so_many():
    """Before the first call none is under way."""
    late = calls(asked(1, start=1, end=2), asked(2, start=1, end=2)).always_at_once(2)
    assert message(late, []) == "0 of 2 calls of `task` were under way from t=0 s to t=1 s"


def test_no_call_at_all_is_not_always_so_many():
    """A program that does nothing keeps nothing busy."""
    assert message(calls().always_at_once(2), []) == "`task` was never called"


def test_a_gap_is_told_once_however_many_calls_end_in_it():
    """Stretches that join are one."""
    late = calls(asked(1, end=1), asked(2, end=2), asked(3, end=5), asked(4, start=6, end=7)).always_at_once(3)
    assert late.difference([]).actual == ("2 from t=1 s to t=2 s", "1 from t=2 s to t=5 s", "0 from t=5 s to t=6 s")
    joined = calls(asked(1, end=1), asked(2, start=1, end=2), asked(3, start=2, end=3)).always_at_once(2)
    assert joined.difference([]).actual == ("1 from t=0 s to t=2 s",)


def test_a_coroutine_that_never_ran_is_a_call_of_sorts():
    """The learner did call `task`, as the source shows."""
    unawaited = NeverAwaited(time=0, function="task", place=None)
    found = run(unawaited).calls("task").difference([call(1)])
    assert found.message == "`task` was called, but no call ran"
    assert found.actual == ("no call of task that ran",)


def test_an_empty_line_has_a_name():
    """Nothing between backticks cannot be read."""
    assert message(output((0, "")), []) == "a further line was printed: an empty line"
    assert message(output((0, ""), (0, "a")), [at(0, "a", "")]) == "an empty line was printed where `a` was due"


def test_observed_things_are_no_keys():
    """They compare by more than they could be hashed by."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(output())


def test_calls_that_nobody_waited_for_are_told():
    """Given up, or under way when the run had ended; one that was answered is none of them."""
    made = [asked(1, end=1), asked(2, end=None, how="open"), asked(3, how="cancelled")]
    found = run(requests=made).calls("task").unanswered.difference([])
    assert found.message == "`task(2)` was not waited for"
    assert len(found.actual) == 2
    assert run(requests=made[:1]).calls("task").unanswered == []


def test_calls_that_were_never_answered_are_under_way_at_once_in_a_run_of_no_length():
    """They were all open at its end, though it ended at the moment when they began."""
    made = [asked(number, start=0, end=None, how="open") for number in range(10)]
    assert run(requests=made, duration=0).calls("task").most_at_once == 10


def test_many_calls_are_counted_and_told_in_little_time():
    """20,000 calls, the most that a run has: the table of what happened is cut, and no pair of them is compared."""
    made = [asked(number, start=number, end=number + 5) for number in range(20_000)]
    calls = run(requests=made, duration=30_000).calls("task")
    assert calls.always_at_once(4) != []
    assert len(calls.difference([call(1)]).actual) == MAX_LINES + 1
