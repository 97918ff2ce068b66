"""Where calls stand while their tasks wait."""

from grader.trace import stands

from .events import call, call_ends, goes_on, trace, waits

SLEEP = "asyncio.sleep(0)"


def seen(*events):
    """Return each wait: calls and lines from the outermost call inwards, and from which event to which."""
    return [
        ([(level.call.call, level.place.line) for level in stand.levels], stand.start, stand.end)
        for stand in stands(trace(*events))
    ]


def test_every_call_of_a_task_stands_on_its_own_line():
    """The outer call where it awaits the inner one, the inner one where it waits."""
    events = (call(0, 1, "main"), call(0, 2, "work", parent=1, line=10), waits(0, 1, 2, SLEEP, 20), goes_on(0, 1))
    assert seen(*events) == [([(1, 10), (2, 20)], 2, 3), ([(2, 20)], 2, 3)]


def test_a_wait_that_never_ends_has_no_end():
    """It comes last."""
    begun = (call(0, 1, "main"), call(0, 2, "work", task=2, parent=1, line=5))
    events = (*begun, waits(0, 1, 1, SLEEP, 3), waits(0, 2, 2, SLEEP, 6), goes_on(0, 2))
    assert seen(*events) == [([(2, 6)], 3, 4), ([(1, 3)], 2, None)]


def test_a_call_that_has_ended_stands_nowhere():
    """The next wait of its task is its caller's."""
    begun = (call(0, 1, "main"), call(0, 2, "work", parent=1, line=10), call_ends(0, 2))
    assert seen(*begun, waits(0, 1, 1, SLEEP, 11), goes_on(0, 1)) == [([(1, 11)], 3, 4)]
