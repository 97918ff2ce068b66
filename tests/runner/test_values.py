"""Tagged values on the judge's side: strict, bounded, and nothing can be run by them."""

import contextlib
import json

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from grader.engine import values as engine
from grader.runner.values import MalformedValue, Opaque, decode, encode

NESTED = "x"
for _ in range(70):
    NESTED = ["l", NESTED]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"a": 1},
        [],
        [1],
        [["l"]],
        ["x", 1],
        ["i", 5],
        ["i"],
        ["i", "zz"],
        ["i", "0x" + "f" * 2000],
        ["f", "1.5"],
        ["f", "nan", "nan"],
        ["b", "0"],
        ["s", ["l", 1]],
        ["S", ["d"]],
        ["d", 1],
        ["d", ["a"]],
        ["d", ["a", 1, 2]],
        ["d", [["l"], 1]],
        ["d", ["a", 1], ["a", 2]],
        ["d", [1, 1], [True, 2]],
        ["o", "type"],
        ["o", "type", "text", "more"],
        ["e", ["l"], "x"],
        NESTED,
        ["l", *range(60_000)],
    ],
    ids=range(26),
)
def test_what_our_own_code_does_not_write_is_malformed(data):
    """Unknown tags, wrong contents, keys that come twice, too deep, too many."""
    with pytest.raises(MalformedValue):
        decode(data)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["l", "t", "s", "S", "d", "i", "f", "b", "o", "e"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=12,
)


@given(json_values)
def test_nothing_but_a_value_or_a_fault_comes_out(data):
    """No other exception, whatever is sent."""
    with contextlib.suppress(MalformedValue):
        decode(data)


def test_an_object_of_the_programs_is_never_equal_to_data():
    """It is its type and text; it can be held in sets and compared with its like."""
    opaque = decode(["o", "gather.Liar", "[1, 2]"])
    assert opaque != [1, 2]
    assert opaque != "[1, 2]"
    assert opaque == Opaque("gather.Liar", "[1, 2]")
    assert (repr(opaque), {opaque}) == ("[1, 2]", {opaque})


@pytest.mark.parametrize("value", [object(), print, ValueError, type, NotImplementedError, pytest.fail.Exception("x")])
def test_only_plain_data_goes_down(value):
    """The author's mistake is told as such."""
    with pytest.raises(TypeError, match="no plain data"):
        encode(value)


def test_what_goes_down_is_json():
    """Sets, bytes and large numbers, too."""
    data = encode({"a": (1, {2}, b"x", 2**80, float("nan")), None: [ValueError("v")]})
    assert json.loads(msgspec.json.encode(data)) == json.loads(json.dumps(data))


MODULUS = 2**61 - 1
"""Multiples of it have the hash 0."""


@pytest.mark.parametrize(
    "data",
    [
        ["s", *(["i", hex(MODULUS * number)] for number in range(20_000))],
        ["S", *(["t", ["i", hex(MODULUS * number)]] for number in range(20_000))],
        ["d", *([["i", hex(MODULUS * number)], 0] for number in range(15_000))],
    ],
    ids=["set", "frozenset", "dict"],
)
def test_values_that_were_chosen_to_share_a_hash_are_malformed(data):
    """To put n of them into a set takes n² comparisons: minutes, for what one frame holds."""
    with pytest.raises(MalformedValue, match="same hash"):
        decode(data)


leaves = st.none() | st.booleans() | st.integers(-(2**200), 2**200) | st.floats() | st.binary(max_size=9)
hashable = st.recursive(
    leaves | st.text(st.characters(exclude_categories=("Cs",)), max_size=9),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3),
    max_leaves=6,
)
plain = st.recursive(
    hashable,
    lambda inner: (
        st.lists(inner, max_size=3) | st.sets(hashable, max_size=3) | st.dictionaries(hashable, inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(plain)
def test_a_plain_value_is_the_same_at_both_ends(value):
    """Whichever end writes it and whichever reads it, through JSON; sets in another order, perhaps."""
    up = decode(json.loads(json.dumps(engine.encode(value), allow_nan=False)))
    down = engine.decode(json.loads(msgspec.json.encode(encode(value))))
    assert _told(up) == _told(down) == _told(value)


def _told(value):
    """Return the text of a value, sets and the keys of dictionaries in an order of their own."""
    match value:
        case list() | tuple():
            return f"{type(value).__name__}({', '.join(map(_told, value))})"
        case set() | frozenset():
            return f"{type(value).__name__}({', '.join(sorted(map(_told, value)))})"
        case dict():
            return f"dict({', '.join(sorted(f'{_told(key)}: {_told(item)}' for key, item in value.items()))})"
    return repr(value)
