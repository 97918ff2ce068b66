"""A prediction beside what happened: read strictly, compared line by line."""

import pytest

from grader.course.prediction import compare, letters, read
from grader.errors import UsageError

SECOND = 1_000_000_000
HAPPENED = ((0, "B starts"), (0, "A starts"), (SECOND, "A ends"), (2 * SECOND, "B ends"))
TEXTS = letters(HAPPENED)


def verdicts(answer):
    """Return how the lines of an answer compare."""
    return [row.verdict for row in compare(read(answer, TEXTS), HAPPENED)]


def test_letters_say_nothing_of_the_order():
    """They go by the alphabet, and a text that comes twice has one."""
    assert TEXTS == {"a": "A ends", "b": "A starts", "c": "B ends", "d": "B starts"}
    assert letters(((0, "tick"), (1, "tick"))) == {"a": "tick"}


def test_a_right_prediction_is_right():
    """Lines of one second come as they were named; others by their seconds, wherever they stand."""
    assert verdicts("d@0 b@0 a@1 c@2") == ["right"] * 4
    assert verdicts("C@2.000, d@0s, b@0., A@1.0") == ["right"] * 4


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("b@0 d@0 a@1 c@2", ["other line", "other line", "right", "right"]),
        ("d@0 b@0 a@1.5 c@2", ["right", "right", "other time", "right"]),
        ("d@0 b@0 a@1.0005 c@2", ["right"] * 4),
        ("d@0 b@0 a@1", ["right", "right", "right", "other line"]),
        ("d@0 b@0 a@1 c@2 c@3", ["right", "right", "right", "right", "other line"]),
        ("", ["other line"] * 4),
    ],
    ids=["order", "time", "within a millisecond", "one missing", "one too many", "nothing"],
)
def test_what_differs_is_told_apart(answer, expected):
    """Another time is not another line."""
    assert verdicts(answer) == expected


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        (["a"], "the second is missing, as in a@1.5"),
        (["a@", "a@-1", "a@1e3", "a@1@2"], "what follows @ is no second, as in a@1.5"),
        (["e@0", "@1", "ab@1"], "the letters are a to d, each with its second, such as a@0 or d@1.5"),
    ],
    ids=["no second", "no number", "no letter"],
)
def test_a_word_that_cannot_be_read_is_told(words, trouble):
    """With what is wrong of it, and how it must look."""
    for word in words:
        with pytest.raises(UsageError, match=f"^{word!r}: {trouble}$"):
            read(f"d@0 {word}", TEXTS)
