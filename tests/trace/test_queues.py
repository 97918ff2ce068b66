"""How many items lay in a queue."""

from grader.model import QueueChanged
from grader.trace import queues

from .events import at, ns, task_ends, trace


def changes(time, how, length, unfinished, thing=1):
    return QueueChanged(
        time=ns(time), thing=thing, kind="Queue", how=how, length=length, unfinished=unfinished, task=1, place=at(1)
    )


def seen(*events, ends=9):
    """The levels of each queue: (start, end, length, unfinished)."""
    return {
        queue.thing: [
            (level.start / ns(1), level.end / ns(1), level.length, level.unfinished) for level in queue.levels
        ]
        for queue in queues(trace(*events, ends=ends))
    }


def test_a_queue_stays_as_it_is_until_it_changes():
    """The last level lasts to the end; each queue has its own."""
    events = (
        changes(0, "put", 1, 1),
        changes(1, "put", 1, 1, thing=2),
        changes(2, "get", 0, 1),
        changes(3, "done", 0, 0),
    )
    assert seen(*events) == {1: [(0, 2, 1, 1), (2, 3, 0, 1), (3, 9, 0, 0)], 2: [(1, 9, 1, 1)]}


def test_changes_of_one_moment_are_one():
    """What comes of them counts; where nothing does, the queue stayed as it was."""
    events = (changes(0, "put", 1, 1), changes(0, "put", 2, 2), changes(4, "put", 3, 3), changes(4, "get", 2, 3))
    assert seen(*events) == {1: [(0, 4, 2, 2), (4, 9, 2, 3)]}
    again = (changes(0, "put", 1, 1), changes(4, "put", 2, 2), changes(4, "get", 1, 2), changes(4, "done", 1, 1))
    assert seen(*again) == {1: [(0, 9, 1, 1)]}


def test_changes_after_the_end_are_none():
    """What is cancelled then still puts and takes."""
    assert seen(changes(0, "put", 1, 1), task_ends(5, 1), changes(5, "get", 0, 1), ends=5) == {1: [(0, 5, 1, 1)]}
