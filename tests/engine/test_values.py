"""Tagged values: what goes up is told exactly or as text, and what comes down is what the judge sent."""

import json
import math

import pytest
from hypothesis import given, strategies as st

from grader.engine.values import decode, encode, make_exception, safe_repr, safe_text, type_name
from grader.runner import values as judge

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
hashable = st.recursive(scalars, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3), max_leaves=5)
plain = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.sets(hashable, max_size=3)
        | st.dictionaries(hashable, inner, max_size=3)
    ),
    max_leaves=10,
)


def over_the_wire(data):
    return json.loads(json.dumps(data))


def typed(value):
    """The value with the types of its parts: True is not 1, a list is no tuple."""
    if isinstance(value, list | tuple):
        return type(value), [typed(item) for item in value]
    if isinstance(value, set | frozenset):
        return type(value), sorted(repr(typed(item)) for item in value)
    if isinstance(value, dict):
        return dict, {repr(typed(key)): typed(item) for key, item in value.items()}
    return type(value), value


@given(plain)
def test_plain_data_goes_up_as_it_is(value):
    """The judge reads what the program had, types and all."""
    assert typed(judge.decode(over_the_wire(encode(value)))) == typed(value)


@given(plain)
def test_plain_data_comes_down_as_it_is(value):
    """The program gets what the judge sent."""
    assert typed(decode(over_the_wire(judge.encode(value)))) == typed(value)


@pytest.mark.parametrize("value", [math.inf, -math.inf])
def test_infinities_survive(value):
    """JSON has no word for them; ours has."""
    assert judge.decode(over_the_wire(encode(value))) == value
    assert decode(over_the_wire(judge.encode(value))) == value


def test_nan_survives():
    """It is the one value that is not equal to itself."""
    assert math.isnan(judge.decode(over_the_wire(encode(math.nan))))
    assert math.isnan(decode(over_the_wire(judge.encode(math.nan))))


def test_an_exception_comes_down_as_an_exception():
    """With its class and message."""
    error = decode(over_the_wire(judge.encode(ValueError("no such city"))))
    assert (type(error), str(error)) == (ValueError, "no such city")


def test_an_exception_goes_up_as_text():
    """The judge never builds an object of the program's choosing."""
    assert judge.decode(encode(KeyError("k"))) == judge.Opaque("KeyError", "KeyError(\"'k'\")")


def test_only_exceptions_can_be_made_from_a_name():
    """Not every built-in is one."""
    with pytest.raises(TypeError, match="not an exception"):
        make_exception("print", "x")


class Liar(list):
    """Equal to everything, of every length."""

    def __eq__(self, other):
        return True

    def __len__(self):
        return 2

    __hash__ = None


def test_a_subclass_of_plain_data_is_no_plain_data():
    """Its methods may lie; the judge sees its type and text."""
    naive = Liar([0])
    assert naive == [1, 2], "compared in one process, the lie works"
    assert judge.decode(encode(naive)) != [1, 2]
    assert isinstance(judge.decode(encode(naive)), judge.Opaque)


class Raising:
    def __init__(self, error):
        self._error = error

    def __repr__(self):
        raise self._error


@pytest.mark.parametrize("error", [RuntimeError(), SystemExit(), KeyboardInterrupt(), RecursionError()])
def test_a_repr_that_raises_is_told_as_such(error):
    """Whatever it raises: it does not end the run."""
    assert safe_repr(Raising(error)) == f"<Raising whose repr raised {type(error).__name__}>"


class Odd:
    def __repr__(self):
        return 42


class Text(str):
    def __len__(self):
        raise RuntimeError

    def __str__(self):
        raise RuntimeError


class Texty:
    def __repr__(self):
        return Text("hello")


class Meta(type):
    def __getattribute__(cls, name):
        raise RuntimeError(name)

    def __repr__(cls):
        raise RuntimeError

    def __eq__(cls, other):
        raise RuntimeError

    def __hash__(cls):
        raise RuntimeError


class Mad(metaclass=Meta):
    def __getattribute__(self, name):
        raise RuntimeError(name)


class Unsaid(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    def __repr__(self):
        raise SystemExit


def test_hostile_objects_are_written_as_text():
    """A repr that is no text, or a text that is no plain one, an object and a class that answer nothing."""
    assert safe_repr(Odd()) == "<Odd whose repr raised TypeError>"
    assert safe_repr(Texty()) == "hello"
    told = [encode(object.__new__(Mad)), encode(Mad)]
    assert told == [
        ["o", "Mad", f"<{__name__}.Mad object>"],
        ["o", f"{__name__}.Meta", "<Meta whose repr raised RuntimeError>"],
    ]
    assert safe_text(Unsaid()) == "<Unsaid whose repr raised SystemExit>"


def test_addresses_are_left_out():
    """They differ from run to run."""
    assert safe_repr(object()) == "<object object>"


def test_texts_are_cut():
    """With a sign that they were."""
    assert safe_repr("x" * 500, 10) == "'xxxxxxxx…"
    assert safe_text(ValueError("x" * 900), 5) == "xxxx…"


def test_what_is_too_large_is_told_as_text():
    """Depth, number of items, length of a text, size of an integer: the frame stays small."""
    deep = []
    for _ in range(1000):
        deep = [deep]
    loop = []
    loop.append(loop)
    for value in (deep, loop, list(range(100_000)), "x" * 10**8, b"x" * 10**7, ["x" * 10**6] * 100, 1 << 10**6):
        assert len(json.dumps(encode(value))) < 8 * 2**20
        judge.decode(over_the_wire(encode(value)))


def test_classes_are_named_as_a_learner_would():
    """Without `builtins`."""
    assert (type_name(int), type_name(Liar)) == ("int", f"{__name__}.Liar")
