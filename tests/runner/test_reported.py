"""What a runner tells of its inside is bounded, and has no circles: whatever reads a trace may rely on it."""

import pytest

from grader.model import Blocked, CallEnded, CallStarted, Chose, Place, Suspended, TaskStarted
from grader.runner import reported
from grader.runner.channel import ProtocolError
from grader.runner.reported import Reported, TooMuch


def started(call, parent=None, task=1, **fields):
    return CallStarted(
        time=0, call=call, task=task, parent=parent, arguments="", place=None, definition=None, function="f", **fields
    )


def chose(number, choice=1):
    names = dict.fromkeys(("task", "other", "usual", "actual", "place"))
    return Chose(time=0, knob="ties", number=number, choice=choice, what="", **names)


def take(*events):
    told = Reported({"main.py": 3})
    for event in events:
        told.take(event)


@pytest.mark.parametrize("parents", [{1: 1}, {1: 2, 2: 1}, {2: 1, 1: 2}, {1: None, 2: 3}])
def test_a_call_comes_after_the_one_that_made_it(parents):
    """Else a circle of callers would be walked for ever."""
    with pytest.raises(ProtocolError, match="a call that cannot be"):
        take(*(started(call, parent) for call, parent in parents.items()))


def test_a_call_begins_once():
    """A number stands for one call."""
    with pytest.raises(ProtocolError, match="a call that cannot be"):
        take(started(1), started(1))


def test_a_line_is_one_of_the_program():
    """Whoever shows it looks it up."""
    with pytest.raises(ProtocolError, match="a line that is not there"):
        take(TaskStarted(time=0, task=1, parent=None, name="", place=Place(file="main.py", line=4)))


def test_calls_are_as_deep_as_python_lets_them_be():
    """Deeper ones are no program's; a task that makes a task for ever is not deep."""
    take(*(started(n, n - 1 or None, task=n) for n in range(1, 3 * reported.DEPTH)))
    with pytest.raises(TooMuch):
        take(*(started(n, n - 1 or None) for n in range(1, reported.DEPTH + 2)))


@pytest.mark.parametrize(
    "event",
    [
        Suspended(time=0, task=1, call=10, awaiting="", on=(), place=None),
        Blocked(time=0, until=0, task=1, call=10, what="", place=None),
    ],
)
def test_looking_at_calls_is_counted(event, monkeypatch):
    """Every event of a task concerns all its calls."""
    calls = [started(n, n - 1 or None) for n in range(1, 11)]
    monkeypatch.setattr(reported, "VISITS", 100)
    take(*calls, *[event] * 10)
    with pytest.raises(TooMuch):
        take(*calls, *[event] * 11)


def test_ending_calls_is_counted(monkeypatch):
    """What ends is searched for among those that are under way."""
    monkeypatch.setattr(reported, "VISITS", 1)
    calls = [started(n) for n in range(1, 2 * reported.ENDED)]
    with pytest.raises(TooMuch):
        take(*calls, *(CallEnded(time=0, call=call.call) for call in calls))


def test_texts_are_counted(monkeypatch):
    """Names may be long, not all of them."""
    monkeypatch.setattr(reported, "TEXT", 100)
    task = TaskStarted(time=0, task=1, parent=None, name="x" * 50, place=None)
    take(task, task)
    with pytest.raises(TooMuch):
        take(task, task, task)


@pytest.mark.parametrize("choices", [[(-1, 1)], [(10**9, 1)], [(2, 1), (1, 1)], [(0, 0)], [(0, -5)]])
def test_choices_are_told_in_their_order(choices):
    """They become a list as long as the largest number, and a token of small ones."""
    with pytest.raises(ProtocolError, match="a choice that cannot be"):
        take(*(chose(*choice) for choice in choices))
    take(chose(0), chose(7), chose(8, 31))
