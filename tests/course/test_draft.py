"""A prediction that is made with keys: the order, and seconds that never run backwards."""

import pytest

from grader.course.draft import begun, pressed, settled

SECOND = 1_000_000_000


def made(*keys, texts=("c", "a", "b")):
    """Press keys on a new draft; return its texts with their seconds, as one text."""
    draft = begun(texts)
    for key in keys:
        draft = pressed(draft, key)
    return " ".join(f"{text}@{time / SECOND:g}" for time, text in settled(draft).lines)


def test_it_begins_with_the_texts_by_the_alphabet_all_at_once():
    """So that nothing is given away; a text that comes twice stands there twice."""
    assert made() == "a@0 b@0 c@0"
    assert made(texts=("tick", "tick")) == "tick@0 tick@0"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("down", " ", "down"), "a@0 c@0 b@0"),
        ((" ", "down", "down", "down", " ", "up"), "b@0 c@0 a@0"),
        (("up", " ", "up"), "a@0 b@0 c@0"),
        (("down", "down", "right", " ", "up"), "a@0 c@0 b@0"),
    ],
    ids=["down", "to the end", "at the edge", "past an earlier one"],
)
def test_the_chosen_line_is_carried_past_others_and_takes_their_second(keys, expected):
    """Up and down choose a line; with the blank it goes along, until the blank is pressed again."""
    assert made(*keys) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("down", "right"), "a@0 b@0.25 c@0.25"),
        (("right", "down", "down", "left"), "a@0 b@0 c@0"),
        (("left",), "a@0 b@0 c@0"),
        (("down", *"2.5"), "a@0 b@2.5 c@2.5"),
        (("down", *"2.5", "up", *"12", "\x7f"), "a@1 b@2.5 c@2.5"),
        (("down", "down", *"1.5.5"), "a@0 b@0 c@1.55"),
        ((*"999999999",), "a@1000 b@1000 c@1000"),
        ((".", "x", "\n"), "a@0 b@0 c@0"),
    ],
)
def test_a_second_takes_others_along_so_that_time_never_runs_backwards(keys, expected):
    """A number counts when it is whole: `1` of `12` takes nothing along."""
    assert made(*keys) == expected
