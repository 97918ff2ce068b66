"""How lines of output are told apart from those that were expected."""

import pytest

from grader.judge.lines import Output, Texts
from grader.judge.matchers import at

SAME = "the order of table nine, with soup and bread, " * 6


@pytest.mark.parametrize(
    "difference",
    [
        Texts("main()", [f"{SAME}is cold"]).difference([f"{SAME}is warm"]),
        Output("main()", [(0, f"{SAME}is cold")]).difference([at(0, f"{SAME}is warm")]),
    ],
    ids=["texts", "times"],
)
def test_long_lines_are_cut_so_that_their_difference_is_seen(difference):
    """Above all the first one: what both have in common may go."""
    (expected,), (actual,) = difference.expected, difference.actual
    assert (expected[-7:], actual[-7:]) == ("is warm", "is cold")
    assert max(len(expected), len(actual)) <= 200


def test_a_sentence_about_two_long_lines_shows_where_they_differ():
    """It has less room still."""
    message = Texts("main()", [f"{SAME}is cold"]).difference([f"{SAME}is warm"]).message
    assert message.count("is cold`") == message.count("is warm`") == 1
