"""What was predicted stands beside what happened, and the timeline below it."""

import pytest
from rich.cells import cell_len

from grader.report.foreseen import render

from .reports import at, sequential

TIMELINE = sequential().timelines[0]
RIGHT = ((0, "A starts"), (0, "A starts"), "right")
LATE = ((at(1), "A ends"), (at(2), "A ends"), "other time")
OTHER = ((at(2), "B ends"), (at(3), "C ends"), "other line")
TOO_MANY = ((at(9), "x" * 200), None, "other line")


def test_the_first_difference_is_named_with_a_question():
    """Another time asks for the wait, another line for who could run."""
    late, other, more = (render([RIGHT, row], TIMELINE) for row in (LATE, OTHER, TOO_MANY))
    assert "1 of 2 lines came as predicted.\nLine 2 came at 2 s, not at 1 s. What did it wait for?\n" in late
    assert "Line 2 was another one. Who could run at 3 s?" in other
    assert "There was no line 2." in more


def test_a_right_prediction_asks_nothing():
    """It shows the timeline all the same."""
    text = render([RIGHT], TIMELINE)
    assert "1 of 1 lines came as predicted.\n\nTimeline of" in text
    assert "?" not in text


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width, unicode):
    """Whatever was printed."""
    text = render([RIGHT, LATE, OTHER, TOO_MANY], TIMELINE, width=width, unicode=unicode)
    assert [row for row in text.splitlines() if cell_len(row) > width] == []
    assert unicode or text.isascii()


def test_who_hears_it_hears_a_sentence_for_each_line():
    """Nothing is told by where it stands."""
    text = render([RIGHT, TOO_MANY], TIMELINE, heard=True)
    assert "As predicted: A starts at 0 s was predicted, A starts at 0 s came.\n" in text
    assert "nothing came.\n" in text
