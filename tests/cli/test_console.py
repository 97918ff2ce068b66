"""Words are wrapped to the terminal, and can still be copied from it."""

import pytest

from grader.cli.console import wrap


@pytest.mark.parametrize(
    ("words", "wrapped"),
    [
        ("Twenty columns are not many", "Twenty columns are\nnot many"),
        ("To go on call `grade next 01` now", "To go on call\n`grade next 01` now"),
        ("It is at /a/path/which/is/longer-than/that", "It is at\n/a/path/which/is/longer-than/that"),
        ("One line\n\nand another", "One line\n\nand another"),
    ],
)
def test_commands_and_paths_are_not_torn(monkeypatch, words, wrapped):
    """What stands between backticks stays on one line, and so does a path."""
    monkeypatch.setenv("COLUMNS", "20")
    assert wrap(words) == wrapped


def test_what_stands_before_the_first_line_is_hung(monkeypatch):
    """Later lines begin below its words."""
    monkeypatch.setenv("COLUMNS", "20")
    assert wrap("Awaiting runs what was called", "Idea: ", 6) == "Idea: Awaiting runs\n      what was\n      called"
