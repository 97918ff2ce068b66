"""What the judge puts in place of a name."""

import math
from dataclasses import replace

import pytest

from grader.model import NANOSECONDS, TimedOut
from grader.runner import Service, run as execute_job
from grader.runner.schedule import Schedule

from .programs import job


def test_a_service_answers_with_fixed_values():
    """After its seconds."""
    assert Service(seconds=1.5, returns=7).answer(()) == (3 * NANOSECONDS // 2, "returned", 7)


def test_a_service_answers_with_functions_of_the_arguments():
    """Seconds, value and exception."""
    service = Service(seconds=lambda n: n, returns=lambda n: n * 2, raises=lambda n: KeyError(n) if n > 1 else None)
    assert service.answer((1,)) == (NANOSECONDS, "returned", 2)
    length, how, error = service.answer((2,))
    assert (length, how, repr(error)) == (2 * NANOSECONDS, "raised", "KeyError(2)")


def test_a_negative_time_is_none():
    """It answers at once."""
    assert Service(seconds=-1).answer(()) == (0, "returned", None)


@pytest.mark.parametrize(
    "seconds", [lambda n: n + "x", lambda n: math.nan, lambda n: math.inf, lambda n: 1 / 0, lambda: 1]
)
def test_arguments_that_a_function_cannot_take_cost_no_time(seconds):
    """What the call would have returned is returned all the same."""
    assert Service(seconds=seconds, returns=7, parameters=("n",)).answer((5,)) == (0, "returned", 7)


def test_a_result_that_cannot_be_made_is_none():
    """The call takes its time; the check tells with what it was called."""
    assert Service(seconds=1, returns=lambda n: n * n).answer(("x",)) == (NANOSECONDS, "returned", None)


def test_arguments_are_bound_in_the_order_of_the_parameters():
    """Those of the first function, or those given."""
    assert Service(seconds=lambda name, delay: 1).bind([1], {"delay": 2}) == (1, 2)
    assert Service(seconds=lambda name, delay: 1).bind([], {"delay": 2, "name": 1}) == (1, 2)
    assert Service(parameters=("a", "b")).bind([1], {"b": 2}) == (1, 2)
    assert Service().bind([1], {"z": 3, "b": 2}) == (1, 2, 3)


def test_what_a_function_has_by_default_is_no_parameter_of_the_call():
    """A function made in a loop keeps its values so."""
    service = Service(seconds=lambda name, times=(1, 2): times[name])
    assert service.bind([1], {}) == (1,)
    assert service.answer((1,)) == (2 * NANOSECONDS, "returned", None)


@pytest.mark.parametrize("call", [([], {}), ([1], {"a": 1}), ([], {"b": 1})])
def test_a_call_that_does_not_fit_is_refused(call):
    """As Python would."""
    with pytest.raises(TypeError):
        Service(parameters=("a",)).bind(*call)


def test_arguments_beyond_the_parameters_are_left_out():
    """The learner's own function took them: a further parameter with a default, say."""
    assert Service(parameters=("a",)).bind([1, 2], {}) == (1,)


def test_an_exception_class_is_no_function():
    """It is the exception itself that is raised."""
    error = ValueError("v")
    assert Service(raises=error).answer(()) == (0, "raised", error)


@pytest.mark.parametrize("choice", range(5))
def test_a_service_that_may_vary_takes_any_length(zygote, choice):
    """A program may ask for more than a number of the machine's holds: such an answer never comes, as without that."""
    schedule = Schedule(knobs=("services",), choices={("services", 0): choice})
    waits = Service(seconds=lambda seconds: seconds, may_vary=True)
    asks = job("async def task(seconds): ...\nasync def main(): await task(1.5e299)", replace={"task": waits})
    finished = execute_job(zygote.start(), replace(asks, schedule=schedule))
    assert isinstance(finished.trace.outcome, TimedOut)
