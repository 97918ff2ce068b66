"""What a check can be compared with, and when two values are the same."""

import pytest

from grader.judge.matchers import any_order, anything, at, before, call, equal, overlap, same_time
from grader.runner.values import Opaque

NAN = float("nan")


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (2, 2.0),
        (2.0, 2),
        (True, True),
        (None, None),
        ("a", "a"),
        (NAN, float("nan")),
        ([1, [2.0]], [1.0, [2]]),
        ((1, 2), (1, 2)),
        ({"a": [1]}, {"a": [1.0]}),
        ({1: "x"}, {1.0: "x"}),
        ({1, 2}, {2, 1}),
        (frozenset({(1, 2)}), frozenset({(1, 2)})),
        (b"x", b"x"),
        (2**80, 2**80),
    ],
)
def test_equal_values_are_equal(found, wanted):
    """Plain data compares by value, and a whole number with a decimal one."""
    assert equal(found, wanted)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (True, 1),
        (1, True),
        (0, False),
        (0, None),
        ("", None),
        ([True], [1]),
        ([1], (1,)),
        ((1,), [1]),
        ([1, 2], [1]),
        ([], {}),
        ({"a": 1}, {"a": True}),
        ({True: "x"}, {1: "x"}),
        ({1: "x", 2: "y"}, {1: "x"}),
        ({"a": 1}, {"b": 1}),
        ({True}, {1}),
        ({1, 2}, {1, 3}),
        (frozenset({1}), {1}),
        ({(True, 2)}, {(1, 2)}),
        ("1", 1),
        (b"x", "x"),
        (NAN, 0.0),
    ],
)
def test_values_of_another_type_are_not_equal(found, wanted):
    """A bool is no number, a list no tuple, all the way down, also where Python's `==` says otherwise."""
    assert not equal(found, wanted)


@pytest.mark.parametrize("wanted", [3, "3", [3], None, True, {"text": "3"}])
def test_an_opaque_value_is_equal_to_nothing_that_a_check_can_want(wanted):
    """An object whose `repr` is `3` is not 3."""
    assert not equal(Opaque("Liar", repr(wanted)), wanted)
    assert not equal([Opaque("Liar", repr(wanted))], [wanted])


def test_times_agree_to_a_millisecond():
    """Three waits of a third of a second are a second; two milliseconds are a difference."""
    assert same_time(1_000_000_000, 1_001_000_000)
    assert same_time(1_001_000_000, 1_000_000_000)
    assert not same_time(1_000_000_000, 1_001_000_001)


def test_at_keeps_lines_in_order_and_any_order_does_not():
    """`at` holds its time in nanoseconds."""
    assert (at(0.25, "a", "b").time, at(0.25, "a", "b").lines, at(0.25, "a", "b").ordered) == (
        250_000_000,
        ("a", "b"),
        True,
    )
    assert not at(1, any_order("a", "b")).ordered
    assert at(1, any_order("a", "b")).lines == ("a", "b")


@pytest.mark.parametrize("lines", [(), (3,), ("a", any_order("b", "c")), (any_order(),), (any_order(3),), (["a"],)])
def test_at_refuses_what_is_no_line(lines):
    """An author who mixes notations is told at once, not by right programs that fail."""
    with pytest.raises(TypeError, match="lines as text"):
        at(1, *lines)


def test_matchers_hold_their_calls():
    """`call` keeps its arguments and the time, `overlap` and `before` their calls."""
    one, other = call("a", 2), call(anything, at=0.5)
    assert (one.arguments, one.time) == (("a", 2), None)
    assert (other.arguments, other.time) == ((anything,), 500_000_000)
    assert overlap(one, other).calls == before(one, other).calls == any_order(one, other).items == (one, other)
    assert (str(one), str(other)) == ("('a', 2)", "(…) at t=0.5 s")
