"""Who held which lock, or place of a semaphore."""

from grader.model import GivenBack, Taken
from grader.trace import held

from .events import at, ns, task_ends, trace


def takes(time, task, thing=1, line=1):
    return Taken(time=ns(time), thing=thing, kind="Semaphore", task=task, place=at(line))


def gives_back(time, holder, task=None, thing=1, line=9):
    return GivenBack(time=ns(time), thing=thing, kind="Semaphore", holder=holder, task=task or holder, place=at(line))


def seen(*events, ends=9):
    """(thing, task, start, end, line that took it, line that gave it back)."""
    return [
        (
            each.thing,
            each.task,
            each.start / ns(1),
            each.end / ns(1),
            each.place.line,
            each.back and each.back.place.line,
        )
        for each in held(trace(*events, ends=ends))
    ]


def test_a_place_is_held_from_when_it_is_taken_to_when_it_is_given_back():
    """Each thing has places of its own."""
    events = (takes(0, 1), takes(1, 2), takes(1, 1, thing=2, line=4), gives_back(2, 1), gives_back(3, 2))
    assert seen(*events) == [(1, 1, 0, 2, 1, 9), (1, 2, 1, 3, 1, 9), (2, 1, 1, 9, 4, None)]


def test_a_task_with_two_places_gives_back_the_last_one_first():
    """As blocks within blocks do."""
    events = (takes(0, 1, line=1), takes(1, 1, line=2), gives_back(2, 1, line=3), gives_back(3, 1, line=4))
    assert seen(*events) == [(1, 1, 0, 3, 1, 4), (1, 1, 1, 2, 2, 3)]


def test_a_place_that_another_task_gives_back_is_the_one_held_for_longest():
    """The holder is told by the event."""
    events = (takes(0, 1, line=1), takes(1, 1, line=2), gives_back(2, 1, task=2))
    assert seen(*events) == [(1, 1, 0, 2, 1, 9), (1, 1, 1, 9, 2, None)]


def test_what_nobody_had_taken_is_not_held():
    """A semaphore that is released too often."""
    assert seen(gives_back(1, None, task=1)) == []


def test_what_is_given_back_after_the_end_was_held_to_the_end():
    """The tasks that hold it are cancelled then."""
    assert seen(takes(0, 2), task_ends(5, 1), gives_back(5, 2), ends=5) == [(1, 2, 0, 5, 1, None)]
