"""What cannot be seen is written as an escape."""

import pytest

from grader.report.visible import ascii_only, cut, shorten, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain äöü 東京 ✓", "plain äöü 東京 ✓"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("a\nb\rc\td", r"a\nb\rc\td"),
        ("\u202e\u2066\u200e\u200b\ufeff\u2028", r"\u202e\u2066\u200e\u200b\ufeff\u2028"),
        ("\ud800", r"\ud800"),
        ("\U000e0001", r"\U000e0001"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_only_what_cannot_be_seen_is_escaped(text, expected):
    """Letters of every script stay; the joiners that some need stay too."""
    assert visible(text) == expected


def test_line_ends_can_be_kept():
    """Text of several lines keeps them where that is asked for."""
    assert visible("a\n\x1b", keep="\n") == "a\n\\x1b"


def test_ascii_has_words_for_our_own_signs():
    """Quotes and dots have a plain form; letters of learners become escapes."""
    assert ascii_only("it needs “é” … – ’") == 'it needs "\\xe9" ... - \''


def test_a_long_text_says_how_long_it_was():
    """Nothing is cut in silence."""
    assert cut("x" * 1200, 5) == "xxxxx… (1,200 characters)"
    assert cut("xxxxx", 5) == "xxxxx"


def test_a_title_is_shortened_between_words():
    """A word is cut only where the words before it are too few."""
    assert shorten("one, two, three", 12) == "one, two…"
    assert shorten("incomprehensibilities", 9) == "incompre…"
