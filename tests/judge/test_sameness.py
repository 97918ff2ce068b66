"""Two runs are shared when they are the same, and never when that cannot be told."""

import functools
from dataclasses import replace

import pytest

from grader import service
from grader.judge.sameness import identity
from grader.model import Limits
from grader.runner import Job

FACTOR = 2


def job(**changes) -> Job:
    """Return a job."""
    return replace(Job(files={"work.py": "x = 1"}, main_file="work.py", target="main"), **changes)


def same(one: object, other: object) -> bool:
    """Whether runs with these as a service's field are shared."""
    found = [identity(job(replace={"task": service(seconds=field)})) for field in (one, other)]
    return found[0] is not None and found[0] == found[1]


class Delay:
    """Answers in ways that its code does not show."""

    def __init__(self, seconds):
        self.seconds = seconds

    def of(self, name, delay):
        """Return what it was made with."""
        return 3

    def __call__(self, name, delay):
        """Return what it was made with."""
        return self.seconds

    def __repr__(self):
        return "Delay"


def closure(seconds):
    """Return a function that looks at a variable of another one."""
    return lambda name, delay: seconds


def defaults(seconds):
    """Return a function with a default value."""

    def function(name, delay=seconds):
        return delay

    return function


def keyword_defaults(seconds):
    """Return a function with a default value for a keyword."""

    def function(name, *, delay=seconds):
        return delay

    return function


def with_globals(seconds):
    """Return a function that looks at a global variable."""
    scope = {"SECONDS": seconds}
    exec("def function(name, delay):\n    return SECONDS", scope)
    return scope["function"]


def marked(seconds):
    """Return a function that carries something."""

    def function(name, delay):
        return delay

    function.seconds = seconds
    return function


def nested(text):
    """Return a function in which another one lies."""
    scope = {}
    exec(f"def function(name, delay):\n    return (lambda: {text})()", scope)
    return scope["function"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1),
        (None, None),
        ([1, {"a": (2,)}], [1, {"a": (2,)}]),
        (lambda name, delay: delay, lambda name, delay: delay),
        (lambda order: f"city-{order}", lambda order: f"city-{order}"),
        (lambda a, b: a * 2 if b else {b: 3}, lambda a, b: a * 2 if b else {b: 3}),
        (defaults(2), defaults(2)),
        (keyword_defaults(2), keyword_defaults(2)),
        (nested("1"), nested("1")),
    ],
)
def test_what_does_the_same_is_the_same(one, other):
    """Plain data of equal value, and functions that read nothing but their arguments."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 2),
        (1, True),
        (1, 1.0),
        (0.0, -0.0),
        ("1", 1),
        ([1], (1,)),
        (lambda name, delay: delay, lambda name, delay: name),
        # Equal code, other names: a learner may pass them by keyword.
        (lambda name, delay: delay, lambda delay, name: name),
        (lambda name, delay: delay, lambda name, *delay: delay),
        (lambda name, delay: delay, lambda name, delay=1: delay),
        # Constants that Python calls equal.
        (lambda x: 1, lambda x: True),
        (lambda x: 1, lambda x: 1.0),
        (lambda x: 0.0, lambda x: -0.0),
        (lambda x: (1, 2), lambda x: (1, True)),
        (nested("1"), nested("True")),
        (nested("1"), nested("2")),
        # What its code does not show.
        (closure(1), closure(2)),
        (defaults(1), defaults(2)),
        (defaults(1), defaults(True)),
        (keyword_defaults(1), keyword_defaults(2)),
        (with_globals(1), with_globals(2)),
        (marked(1), marked(2)),
        (Delay(1), Delay(2)),
        (Delay(1).of, Delay(2).of),
        (functools.partial(max, 1), functools.partial(max, 2)),
    ],
)
def test_what_may_differ_is_not_the_same(one, other):
    """A run that is wrongly shared would cost a learner points."""
    assert not same(one, other)


@pytest.mark.parametrize(
    "field",
    [
        closure(1),
        with_globals(1),
        marked(1),
        Delay(1),
        Delay(1).of,
        functools.partial(max, 1),
        max,
        lambda name: FACTOR * 2,
        lambda name: name.upper(),
        lambda name: __import__("random").random(),
        lambda name: [letter * 2 for letter in range(3)],
        defaults([print]),
        object(),
        ValueError,
    ],
)
def test_what_cannot_be_told_is_never_shared(field):
    """Not even with itself: a global variable may have another value the next time."""
    assert identity(job(replace={"task": service(seconds=field)})) is None


def test_exceptions_are_compared_by_class_and_text():
    """As the runner gets to know them."""

    def raising(error):
        return identity(job(replace={"task": service(raises=error)}))

    assert raising(ValueError("a")) == raising(ValueError("a")) is not None
    assert raising(ValueError("a")) != raising(ValueError("b"))
    assert raising(ValueError("a")) != raising(TypeError("a"))


@pytest.mark.parametrize(
    "changes",
    [
        {"target": "task"},
        {"arguments": (1,)},
        {"arguments": (True,)},
        {"arguments": (1.0,)},
        {"replace": {"task": service(seconds=1)}},
        {"replace": {"main": service(seconds=2)}},
        {"replace": {"task": service(seconds=2, parameters=("a", "b"))}},
        {"replace": {"task": service(seconds=2, parameters=("b", "a"))}},
        {"replace": {"task": service(returns=2)}},
        {"replace": {"task": service(raises=OSError("2"))}},
        {"files": {"work.py": "x = 2"}},
        {"files": {"work.py": "x = 1", "given.py": "y = 1"}},
        {"files": {"work.py": "x = 1", "given.py": "y = 2"}},
        {"files": {"work.py": "x = 1", "scenario.py": ""}},
        {"limits": Limits(steps=7)},
        {"seed": 1},
        {},
    ],
)
def test_whatever_a_runner_is_given_counts(changes):
    """Each part of a job makes it another one; the list is compared with itself."""
    everything = next(
        mark.args[1] for mark in test_whatever_a_runner_is_given_counts.pytestmark if mark.name == "parametrize"
    )
    equal = [other for other in everything if identity(job(**other)) == identity(job(**changes))]
    assert equal == [changes]


def test_an_argument_that_is_no_plain_data_is_never_shared():
    """Such a run cannot begin; it is not to be mistaken for another one."""
    assert identity(job(arguments=(object(),))) is None
