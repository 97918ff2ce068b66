"""Which waits a cancellation ended, and what their tasks did next."""

import pytest

from grader.model import Answered, Asked, Printed, QueueChanged, Signalled, Taken, TaskEnded
from grader.trace import afterwards, cancelled_waits

from .events import call, goes_on, trace, waits

SECOND = 10**9


def ended(awaiting, *between, after=(), slept=1):
    """Return whether the wait of one call for `awaiting` was ended by a cancellation."""
    events = (call(0, 1, "main"), waits(0, 1, 1, awaiting, 3), *between, goes_on(slept, 1), *after)
    return [stand.start for stand in cancelled_waits(trace(*events))] == [1]


def queue(how, task=1):
    return QueueChanged(time=SECOND, thing=1, kind="Queue", how=how, length=0, unfinished=0, task=task, place=None)


TAKEN = Taken(time=SECOND, thing=1, kind="Lock", task=1, place=None)
SET = Signalled(time=SECOND, thing=1, kind="Event", how="set", task=2, place=None)


def test_a_sleep_that_ends_before_its_time_was_cancelled():
    """Nothing else ends a sleep."""
    assert ended("asyncio.sleep(2)")


def test_a_sleep_that_lasts_its_time_was_not():
    """However its length is written."""
    assert not ended("asyncio.sleep(1)")
    assert not ended("asyncio.sleep(1.0)")


@pytest.mark.parametrize(
    ("awaiting", "between", "after"),
    [
        ("Queue.get()", (), (queue("get"),)),
        ("Queue.put()", (), (queue("put"),)),
        ("Lock.acquire()", (TAKEN,), ()),
        ("Lock.acquire()", (), (TAKEN,)),
        ("Event.wait()", (SET,), ()),
    ],
    ids=["get", "put", "handed over", "taken", "set"],
)
def test_a_wait_that_got_what_it_waited_for_was_not_cancelled(awaiting, between, after):
    """An item, room, the lock, the signal; without it, a cancellation is all that can have ended it."""
    assert not ended(awaiting, *between, after=after)
    assert ended(awaiting)


def test_of_a_wait_for_another_task_nothing_is_said():
    """That task may have ended, or have been cancelled."""
    assert not ended("task('a')")


def test_what_another_task_takes_is_not_what_the_cancelled_one_got():
    """Both waited at the same queue."""
    assert ended("Queue.get()", after=(queue("get", task=2),))


def test_a_service_whose_caller_gives_it_up_was_cancelled():
    """The judge sees that."""
    asked = Asked(time=0, request=7, service="task", arguments=(), call=2)
    given_up = Answered(time=SECOND, request=7, how="cancelled")
    events = (call(0, 1, "main"), call(0, 2, "task", parent=1), asked, waits(0, 1, 2, "a service", 3), given_up)
    assert len(list(cancelled_waits(trace(*events, goes_on(1, 1))))) == 1


def test_what_ends_with_the_program_is_not_told():
    """`asyncio.run` cancels what is left; nobody in the program did."""
    main = TaskEnded(time=SECOND, task=1, how="returned", detail="")
    events = (call(0, 1, "main"), call(0, 2, "work", task=2), waits(0, 2, 2, "asyncio.sleep(5)", 9), main)
    assert list(cancelled_waits(trace(*events, goes_on(1, 2)))) == []


def test_what_a_task_did_after_its_wait_is_its_own():
    """Lines of others are not among it."""

    def line(task):
        return Printed(time=SECOND, stream="stdout", text="x", task=task, call=task, place=None)

    run = trace(call(0, 1, "main"), waits(0, 1, 1, "asyncio.sleep(2)", 3), goes_on(1, 1), line(2), line(1))
    (stand,) = cancelled_waits(run)
    assert afterwards(run, stand) == (line(1),)
