"""Who waits for whom, in words."""

import pytest

from grader.model import Helper, Waiter
from grader.trace import reason

from .events import at


def holds(task, number, line):
    return Helper(task=task, number=number, how="holds", place=at(line))


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ([holds("a()", 2, 4), holds("b()", 3, 7)], "`a()` (taken on line 4) and `b()` (taken on line 7)"),
        ([holds("main()", 1, 15)] * 3, "`main()` (3 taken on line 15)"),
        ([holds("a()", 2, 4), holds("a()", 3, 4)], "2 tasks `a()` (taken on line 4)"),
        ([holds("a()", 2, 4)] * 2 + [holds("a()", 3, 4)], "2 tasks `a()` (3 taken on line 4)"),
    ],
)
def test_places_that_look_alike_are_told_once(holders, expected):
    """Of one task, or of several that are called alike."""
    waiter = Waiter(task="c()", awaiting="Semaphore.acquire()", number=9, thing=1, on=tuple(holders))
    assert reason(waiter) == f": the places were held by {expected}"
