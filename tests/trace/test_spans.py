"""Events become spans."""

import pytest

from grader.model import Answered, Asked, Part
from grader.trace import spans, timeline

from .events import at, blocks, call, call_ends, goes_on, ns, prints, task, task_ends, trace, waits


def test_a_call_that_waits_is_a_span_with_one_waiting_part():
    """The part says from when to when, for what, and on which line."""
    run = trace(call(0, 1, "main"), waits(0, 1, 1, "asyncio.sleep(2)", 7), goes_on(2, 1), call_ends(2, 1), ends=2)
    (span,) = spans(run)
    assert (span.label, span.start, span.end, span.finished) == ("main()", 0, ns(2), True)
    assert span.parts == (Part(kind="waiting", start=0, end=ns(2), what="asyncio.sleep(2)", place=at(7)),)


def test_an_outer_call_waits_for_the_inner_one():
    """While the innermost call waits, the calls round it wait for the call that they await."""
    run = trace(
        call(0, 1, "main"),
        call(0, 2, "fetch", parent=1, line=5),
        waits(0, 1, 2, "asyncio.sleep(1)"),
        goes_on(1, 1),
        call_ends(1, 2),
        call_ends(1, 1),
        ends=1,
    )
    main, fetch = spans(run)
    assert [(part.what, part.place) for part in main.parts] == [("fetch()", at(5))]
    assert [part.what for part in fetch.parts] == ["asyncio.sleep(1)"]


def test_waits_for_one_inner_call_are_one_part_of_the_outer_one():
    """An inner call that waits twice is, for the outer one, one wait."""
    run = trace(
        call(0, 1, "main"),
        call(0, 2, "fetch", parent=1),
        waits(0, 1, 2, "asyncio.sleep(1)", 3),
        goes_on(1, 1),
        waits(1, 1, 2, "asyncio.sleep(2)", 4),
        goes_on(3, 1),
        call_ends(3, 2),
        call_ends(3, 1),
        ends=3,
    )
    main, fetch = spans(run)
    assert [(part.start, part.end) for part in main.parts] == [(0, ns(3))]
    assert [(part.start, part.end) for part in fetch.parts] == [(0, ns(1)), (ns(1), ns(3))]


def test_a_wait_of_no_length_is_left_out():
    """`asyncio.sleep(0)` is no stretch of time."""
    run = trace(call(0, 1, "main"), waits(0, 1, 1, "asyncio.sleep(0)"), goes_on(0, 1), call_ends(0, 1))
    assert spans(run)[0].parts == ()


def test_short_equal_waits_in_a_row_are_one_part():
    """A hundred waits of 10 ms on one line are drawn as one of a second."""
    turns = [
        event
        for number in range(100)
        for event in (waits(number / 100, 1, 1, "asyncio.sleep(0.01)"), goes_on((number + 1) / 100, 1))
    ]
    run = trace(call(0, 1, "main"), *turns, call_ends(1, 1), ends=1)
    assert [(part.start, part.end) for part in spans(run)[0].parts] == [(0, ns(1))]


def test_a_blocked_stretch_belongs_to_the_call_that_blocked():
    """The call that blocks is blocked; the one round it waits for it."""
    run = trace(
        call(0, 1, "main"),
        call(0, 2, "work", parent=1, line=6),
        blocks(0, 2, 2),
        call_ends(2, 2),
        call_ends(2, 1),
        ends=2,
    )
    main, work = spans(run)
    assert [(part.kind, part.end) for part in work.parts] == [("blocked", ns(2))]
    assert [(part.kind, part.what) for part in main.parts] == [("waiting", "work()")]


def test_what_is_neither_waiting_nor_blocked_is_running():
    """A gap between two waits is filled."""
    run = trace(
        call(0, 1, "main"),
        waits(0, 1, 1, "asyncio.sleep(1)"),
        goes_on(1, 1),
        waits(2, 1, 1, "asyncio.sleep(1)"),
        goes_on(3, 1),
        call_ends(4, 1),
        ends=4,
    )
    assert [(part.kind, part.start, part.end) for part in spans(run)[0].parts] == [
        ("waiting", 0, ns(1)),
        ("running", ns(1), ns(2)),
        ("waiting", ns(2), ns(3)),
        ("running", ns(3), ns(4)),
    ]


def test_parts_follow_one_another_without_a_gap():
    """Each part of a span begins where the one before it ended, from its start to its end."""
    run = trace(
        call(0, 1, "main"),
        blocks(1, 2, 1),
        waits(3, 1, 1, "asyncio.sleep(1)"),
        goes_on(4, 1),
        call_ends(5, 1),
        ends=5,
    )
    (span,) = spans(run)
    edges = [edge for part in span.parts for edge in (part.start, part.end)]
    assert edges == [0, ns(1), ns(1), ns(2), ns(2), ns(3), ns(3), ns(4), ns(4), ns(5)]


def test_the_end_of_the_first_task_ends_all_spans():
    """A call that is cancelled after the end did not finish, and its span ends with the run."""
    run = trace(
        task(0, 1),
        task(0, 2, "work()", 1),
        call(0, 1, "main"),
        call(0, 2, "work", task=2, parent=1),
        waits(0, 2, 2, "asyncio.sleep(9)"),
        call_ends(1, 1),
        task_ends(1, 1),
        goes_on(1, 2),
        call_ends(1, 2),
        ends=1,
    )
    assert [(span.function, span.end, span.finished) for span in spans(run)] == [
        ("main", ns(1), True),
        ("work", ns(1), False),
    ]


@pytest.mark.parametrize(("how", "given_up"), [("returned", False), ("raised", False), ("cancelled", True)])
def test_a_request_that_is_ended_before_its_answer_is_given_up(how, given_up):
    """How long it would have taken is not to be seen in the run."""
    run = trace(
        call(0, 1, "task"),
        Asked(time=0, request=4, service="task", arguments=(), call=1),
        Answered(time=ns(1), request=4, how=how),
        call_ends(1, 1),
        ends=1,
    )
    assert [span.given_up for span in spans(run)] == [given_up]


def test_a_call_holds_the_lines_that_it_printed():
    """Lines of standard error are not among them."""
    run = trace(call(0, 1, "main"), prints(1, "one"), prints(1, "two", stream="stderr"), call_ends(1, 1), ends=1)
    assert spans(run)[0].lines == ((ns(1), "one"),)


def test_a_timeline_puts_a_run_beside_its_reference():
    """Spans, lines and ends of both."""
    run = trace(call(0, 1, "main"), prints(0, "one"), call_ends(0, 1))
    reference = trace(call(0, 1, "main"), prints(2, "two"), call_ends(2, 1), ends=2)
    found = timeline(run, reference)
    assert (found.actual, found.actual_end, found.actual_lines) == (spans(run), 0, ((0, "one"),))
    assert (found.expected, found.expected_end, found.expected_lines) == (spans(reference), ns(2), ((ns(2), "two"),))


def test_a_timeline_without_a_reference_expects_nothing():
    """There is nothing to draw beside it."""
    found = timeline(trace(call(0, 1, "main"), call_ends(0, 1)), None)
    assert (found.expected, found.expected_end, found.expected_lines) == ((), 0, ())
