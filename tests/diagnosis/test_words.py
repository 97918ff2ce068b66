"""How a diagnosis is worded, and that its words keep to the rules for learners."""

import re
from pathlib import Path

import pytest

from grader.diagnosis import codes, page
from grader.diagnosis.words import counted, cut, listed, plain, quoted

HERE = Path(__file__).parent
GOLDEN = sorted(
    [*HERE.glob("golden/*/*.txt"), *HERE.glob("explored/*.txt"), *HERE.parent.glob("tracing/golden/*/*.txt")]
)
PAST = re.compile(
    r"\b(\w+ed|was|were|had|did|began|came|could|cut|fell|gave|got|held|kept|left|let|made|met|put|ran|said|set|slept|stood"
    r"|took|went|woke)\b"
)
FIX = re.compile(r"\b(add|forgot|forgotten|instead|missing|must|should|try)\b", re.IGNORECASE)
FORBIDDEN = re.compile(r"\b(you|your|I|just|simply|obviously|illegal|bad)\b", re.IGNORECASE)


def test_a_long_text_is_cut_and_says_so():
    """The limit counts the sign that says it."""
    assert (cut("abcdef", 4), cut("abcd", 4)) == ("abc…", "abcd")


def test_code_is_quoted_on_one_line():
    """Backticks inside it would end the quote."""
    assert quoted("f(\n  `1`)") == "`f( '1')`"


def test_things_are_listed_as_in_a_sentence():
    """The last one after "and"; many are counted."""
    assert [listed(list("abcde"[:number])) for number in (1, 2, 3, 5)] == [
        "a",
        "a and b",
        "a, b and c",
        "a, b, c and 2 more",
    ]


def test_numbers_agree_with_their_noun():
    """One is not several."""
    assert (counted(1, "call"), counted(2, "call")) == ("1 call", "2 calls")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("got <Task pending coro=<f() at /x/y.py:3>> here", "got <Task> here"),
        ("Task <_asyncio.Task pending cb=[a at /usr/x.py", "Task <Task>"),
        ("got <function f at 0x7f01>, <urlopen error>", "got <function f>, <urlopen error>"),
        ("<Queue at 0x7f01> is full", "<Queue> is full"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_addresses_and_paths_of_the_machine_are_left_out(text, expected):
    """They differ from run to run, and say nothing to a learner."""
    assert plain(text) == expected


def headlines(path):
    """Return the second line of each diagnosis."""
    return re.findall(r"^  (?!mark:|note:|hint:)(.*)$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_headline_has_at_most_a_hundred_characters_and_no_full_stop(path):
    """There is one at least."""
    assert headlines(path)
    for headline in headlines(path):
        assert len(headline) <= 100
        assert not headline.endswith(".")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_headline_tells_what_happened_and_not_what_to_do(path):
    """In the past tense, code and Python's own words left aside."""
    for headline in headlines(path):
        fact = re.sub(r"`[^`]*`|\w+Error: .*", "", headline)
        assert PAST.search(fact)
        assert not FIX.search(fact)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_hint_asks_one_question(path):
    """One question mark, at its end."""
    for hint in re.findall(r"^  hint: (.*)$", path.read_text("utf-8"), re.MULTILINE):
        assert hint.index("?") == len(hint) - 1


OTHERS = ("Python's words: ", "printed: ", "happened: ", "asked for: ")
"""How notes begin that hold words which are not the project's own."""


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_note_ends_without_a_full_stop(path):
    """As a headline does, unless others wrote it."""
    notes = re.findall(r"^  note: (.*)$", path.read_text("utf-8"), re.MULTILINE)
    assert [note for note in notes if note.endswith(".") and not note.startswith(OTHERS)] == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_words_speak_of_the_program(path):
    """Nobody is addressed, and nothing is called easy or bad."""
    own = re.sub(r"^  note: Python's words: .*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    assert FORBIDDEN.findall(own) == []


@pytest.mark.parametrize("code", codes())
def test_a_page_speaks_of_programs(code):
    """Nobody is addressed, and nothing is called easy or bad."""
    assert FORBIDDEN.findall(page(code)) == []
