"""A timeline made ready to be drawn."""

from itertools import pairwise

import pytest
from msgspec import structs

from grader.model import (
    NANOSECONDS,
    Deadlocked,
    Interrupted,
    LimitExceeded,
    Place,
    Raised,
    Returned,
    TimedOut,
    Timeline,
    Waiter,
)
from grader.report.lanes import LONG, MAX_LANES, MAX_LINES, SHOWN, Stretch, cells, pair, runs, ticks

from .reports import SEQUENTIAL_TIMELINE, at, does, waits


def timeline(*spans, end: float = 1, **fields) -> Timeline:
    """Return a timeline with these calls."""
    return Timeline(target="main()", actual=spans, actual_end=at(end), **({"actual_lines": ()} | fields))


def labels(*spans) -> list[str]:
    """Return the labels of lanes, indented by depth."""
    return ["." * lane.depth + lane.label for lane in pair(timeline(*spans)).actual.lanes]


def test_both_runs_have_one_scale():
    """The scale is that of the longer one."""
    assert pair(SEQUENTIAL_TIMELINE).scale == at(3)


def test_a_call_stands_below_the_one_that_awaits_it():
    """The order is that of the calls, not that of the clock."""
    spans = [
        waits(n, name, 0, 1, parent=parent)
        for n, name, parent in ((1, "main", None), (2, "a", 1), (3, "b", 1), (4, "in a", 2))
    ]
    assert labels(*spans) == ["main", ".a", "..in a", ".b"]


@pytest.mark.parametrize("parents", [(1, 2), (2, 1), (None, 99), (2, 2)])
def test_every_call_has_a_lane_whatever_the_parents(parents):
    """Parents that are missing, their own or one another's lose no call and do not go round for ever."""
    found = labels(*(waits(n, f"call {n}", 0, 1, parent=parent) for n, parent in enumerate(parents, 1)))
    assert sorted(label.strip(".") for label in found) == ["call 1", "call 2"]


def test_a_very_deep_chain_is_drawn():
    """Thousands of calls that await one another are no recursion of ours."""
    assert len(labels(*(waits(n, "f", 0, 1, parent=n - 1) for n in range(1, 5000)))) == MAX_LANES


def test_lanes_beyond_the_limit_are_counted():
    """What is left out is said."""
    picture = pair(timeline(*(waits(n, f"f{n}", 0, 1) for n in range(1, 301)))).actual
    assert (len(picture.lanes), picture.left_out) == (MAX_LANES, 300 - MAX_LANES)


def test_calls_of_one_function_are_folded_where_there_are_too_many():
    """A few stand for themselves; the lane of the others has the strongest of what they did, and all of their time."""
    others = [waits(n, f"f({n})", n, n + 1) for n in range(2, 201)]
    blocks = does(201, "f(201)", ("blocked", 100, 101, "time.sleep(1)"))
    picture = pair(timeline(waits(1, "main()", 0, 201), *others, blocks)).actual
    assert [lane.label for lane in picture.lanes] == [
        "main()",
        "f(2)",
        "f(3)",
        "f(4)",
        "… 197 more calls of f, a line each",
    ]
    folded = picture.lanes[-1]
    assert (folded.start, folded.end, folded.calls, picture.left_out) == (at(5), at(201), 197, 0)
    assert {stretch.kind for stretch in folded.stretches} == {"waiting", "blocked"}


def test_a_few_calls_are_never_folded():
    """As long as each has a lane."""
    spans = [waits(n, f"f({n})", 0, 1) for n in range(1, MAX_LANES + 1)]
    assert len(pair(timeline(*spans)).actual.lanes) == MAX_LANES


def test_what_blocked_the_event_loop_is_told_in_words():
    """In order, the first three."""
    span = does(1, "main()", *(("blocked", n, n + 1, f"f({n})") for n in range(5)))
    captions = pair(timeline(span)).captions
    assert len(captions) == 3
    assert captions[0] == "From 0 s to 1 s the event loop was blocked by `f(0)`: nothing else could run."


def test_two_runs_of_one_program_show_where_they_part():
    """Where a call begins or ends at another time, or a line comes otherwise."""
    one = timeline(waits(1, "a", 0, 2), waits(2, "b", 0, 3))
    beside = structs.replace(one, expected=(waits(1, "a", 0, 2), waits(2, "b", 0, 5)), expected_end=at(5))
    assert pair(structs.replace(beside, against="usual")).parted == at(3)
    same = structs.replace(one, against="usual", expected=one.actual, expected_end=one.actual_end)
    assert pair(same).parted is None
    lines = structs.replace(same, actual_lines=((1, "x"), (1, "y")), expected_lines=((1, "y"), (1, "x")))
    assert pair(lines).parted == 1


def test_a_run_parts_from_the_expected_one_in_what_both_do():
    """Another program may make calls of its own; the first call that both make at other times has a sign in both."""
    actual, expected = (waits(1, "a", 0, 2), waits(2, "b", 2, 3)), (waits(1, "b", 0, 1), waits(2, "own", 0, 2))
    drawn = pair(structs.replace(timeline(*actual, end=3), expected=expected, expected_end=at(2)))
    assert (drawn.parted, drawn.parting) == (0, "The two runs part at 0 s, in `b`.")
    assert [lane.label for lane in (*drawn.actual.lanes, *drawn.expected.lanes) if lane.differs] == ["b", "b"]
    printed = structs.replace(
        timeline(*expected, end=2), expected=expected, expected_end=at(3), expected_lines=((at(1), "x"),)
    )
    assert pair(printed).parting == "The two runs part at 1 s, in what they print."


def test_calls_that_took_no_time_tell_nothing_where_one_run_makes_more_of_them():
    """A helper that has nothing to wait for is seen in one program, and not in another."""
    own = (waits(1, "enter()", 0, 0), waits(2, "enter()", 0, 0), waits(3, "enter()", 0, 7))
    beside = structs.replace(timeline(*own, end=7), expected=(waits(1, "enter()", 0, 3),), expected_end=at(3))
    assert pair(beside).parted == at(3)


def test_calls_that_took_no_time_are_folded_but_for_the_one_that_differs():
    """They would leave no room for those that did."""
    calls = [waits(n, f"hear({n})", n // 30, n // 30, parent=1) for n in range(2, 62)]
    late = [
        waits(n, f"hear({n})", 1 if n == 20 else n // 30, 1 if n == 20 else n // 30, parent=1) for n in range(2, 62)
    ]
    main = waits(1, "main()", 0, 3)
    drawn = pair(structs.replace(timeline(main, *late, end=3), expected=(main, *calls), expected_end=at(3)))
    assert [lane.label for lane in drawn.actual.lanes] == [
        "main()",
        "… 18 took no time: hear",
        "hear(20)",
        "… 41 took no time: hear",
    ]


def test_lines_beyond_the_limit_are_counted():
    """What is left out is said."""
    lines = tuple((0, str(n)) for n in range(10_000))
    picture = pair(timeline(actual_lines=lines)).actual
    assert (len(picture.lines), picture.lines_left_out) == (MAX_LINES, 10_000 - MAX_LINES)


def test_lines_of_one_moment_are_one_mark():
    """Marks that would lie upon one another are one."""
    lane = pair(timeline(waits(1, "f", 0, 1, lines=((0, "a"), (0, "b"), (at(1), "c"))))).actual.lanes[0]
    assert [(mark.time, mark.lines) for mark in lane.marks] == [(0, ("a", "b")), (at(1), ("c",))]


def test_a_run_much_longer_than_expected_is_cut():
    """The expected run can still be seen on the common scale."""
    expected = {"expected": (waits(1, "main()", 0, 2),), "expected_end": at(2)}
    long = pair(timeline(waits(1, "main()", 0, 3600), end=3600, **expected))
    assert (long.cut, long.scale) == (True, SHOWN * at(2))
    whole = pair(timeline(waits(1, "main()", 0, 2 * LONG), end=2 * LONG, **expected))
    assert (whole.cut, whole.scale) == (False, at(2 * LONG))


def test_a_run_that_took_no_time_has_an_axis():
    """A second is shown, so that nothing is divided by nothing."""
    assert pair(timeline(end=0)).scale == NANOSECONDS


@pytest.mark.parametrize("scale", [1000, at(0.001), at(0.25), at(1), at(3), at(7.75), at(3600), at(86_400)])
@pytest.mark.parametrize("most", [2, 5, 8])
def test_an_axis_has_few_and_round_times(scale, most):
    """At most as many steps as asked for, from 0 on, at equal distances, none beyond the scale."""
    times = ticks(scale, most)
    assert times[0] == 0
    assert len(times) <= most + 1
    assert times[-1] <= scale
    assert len({later - earlier for earlier, later in pairwise(times)}) <= 1


def test_many_stretches_are_merged_and_a_blocked_one_is_never_lost():
    """A short blocked stretch among thousands of waits can still be seen."""
    parts = [("waiting", n / 1000, (n + 1) / 1000, "") for n in range(1000)]
    parts[500] = ("blocked", 0.5, 0.501, "time.sleep(0.001)")
    lane = pair(timeline(does(1, "main()", *parts))).actual.lanes[0]
    assert [stretch.kind for stretch in lane.stretches] == ["waiting", "blocked", "waiting"]
    assert lane.merged


def test_cells_hold_the_strongest_of_what_happens_in_them():
    """Blocked before waiting before running, and nothing where nothing is."""
    parts = [
        Stretch(kind="running", start=0, end=10, what=""),
        Stretch(kind="waiting", start=10, end=30, what=""),
        Stretch(kind="blocked", start=19, end=20, what=""),
    ]
    filled = cells(parts, 4, 10)
    assert filled == ["running", "waiting", "blocked", None]
    assert runs(filled) == [("running", 0, 1), ("waiting", 1, 2), ("blocked", 2, 3)]


PRINTED = {"expected_lines": ((at(1), "a"),)}


@pytest.mark.parametrize(
    ("actual", "fields", "words"),
    [
        (waits(1, "main()", 0, 1), PRINTED, "the two differ in what they print."),
        (waits(7, "main()", 0, 1), {}, "the difference is the one told above."),
        (waits(1, "main()", 0, 0.5), PRINTED, ""),
        (waits(1, "task()", 0, 1), PRINTED, ""),
        (waits(1, "main()", 0, 1, finished=False), PRINTED, ""),
        (does(1, "main()", ("blocked", 0, 1, "")), PRINTED, ""),
        (
            does(1, "main()", ("waiting", 0, 0.5, "a"), ("waiting", 0.5, 1, "b")),
            PRINTED,
            "the two differ in what they print.",
        ),
    ],
)
def test_of_two_runs_that_are_drawn_alike_one_is_drawn(actual, fields, words):
    """Same calls, same times: a sentence says so in place of the second picture."""
    found = pair(timeline(actual, expected=(waits(1, "main()", 0, 1),), expected_end=at(1), **fields))
    assert (found.alike.endswith(words), bool(found.alike), found.expected is None) == (True, bool(words), bool(words))


def test_of_two_runs_of_different_length_both_are_drawn():
    """What goes on behind the calls counts as well."""
    same = waits(1, "main()", 0, 1)
    assert pair(timeline(same, expected=(same,), expected_end=at(2))).expected is not None


LOCK = Waiter(task="lock_up()", awaiting="Lock.acquire()", place=Place("door.py", 5))


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Returned(), ""),
        (None, ""),
        (
            Deadlocked(waiters=(LOCK,)),
            (
                "The run was ended at 2 s: nothing was left that could go on. "
                "Still waiting: `lock_up()` for `Lock.acquire()` (line 5)."
            ),
        ),
        (
            Deadlocked(waiters=(LOCK,) * 5),
            "The run was ended at 2 s: nothing was left that could go on. Still waiting: "
            + "`lock_up()` for `Lock.acquire()` (line 5), " * 3
            + "2 more.",
        ),
        (
            TimedOut(limit_ns=at(2)),
            "The run was ended at 2 s, when its time was up. Still under way: `a()`, `b()`.",
        ),
        (
            LimitExceeded(limit="steps"),
            "The run was ended at 2 s: it had needed more steps than a run may take. Still under way: `a()`, `b()`.",
        ),
        (Interrupted(), "The run was interrupted at 2 s. Still under way: `a()`, `b()`."),
        (
            Raised(error="ValueError", message="no", phase="run"),
            "The run ended at 2 s with ValueError: what was still under way was cut off.",
        ),
    ],
)
def test_a_run_that_did_not_end_by_itself_says_why_all_lanes_stop_there(outcome, expected):
    """And of the calls that await one another the innermost ones that had not ended."""
    spans = [waits(1, "main()", 0, 2), waits(2, "a()", 0, 2, parent=1), waits(3, "b()", 0, 2, parent=1)]
    unfinished = [structs.replace(span, finished=False) for span in spans]
    assert pair(timeline(*unfinished, end=2, outcome=outcome)).ending == expected


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"outcome": Returned()}, "the difference is the one told above"),
        ({"outcome": Returned(), "actual_lines": ((0, "a"),)}, "the two differ in what they print"),
        ({"outcome": Deadlocked(waiters=())}, "the two differ in how they end"),
    ],
)
def test_runs_that_look_alike_say_what_differs(fields, told):
    """Calls and times being the same, the lines or the end may not be."""
    span = waits(1, "main()", 0, 1)
    both = timeline(span, expected=(span,), expected_end=at(1), **fields)
    assert pair(both).alike == f"The expected run makes the same calls at the same times: {told}."
