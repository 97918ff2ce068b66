"""The help says what can be done, with examples."""

import click
import pytest

from grader import __version__
from grader.cli import console
from grader.cli.command import VERBS, find
from grader.cli.grading import command


@pytest.mark.parametrize("spelling", ["--help", "-h"])
def test_help_names_every_verb_and_option(grade, spelling):
    """Nothing that the command takes is missing from its help."""
    said = grade(spelling)
    assert (said.code, said.err) == (0, "")
    for name in ["Examples:", "Exit codes:", *(f"grade {verb}" for verb in VERBS)]:
        assert name in said.out
    for option in (parameter for parameter in command.params if isinstance(parameter, click.Option)):
        assert option.opts[-1] in said.out


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_fits_a_terminal(grade, verb):
    """No line of a verb's help is wider than 80 columns, and every terminal has its signs."""
    said = grade(*filter(None, [verb]), "--help").out
    assert max(map(len, said.splitlines())) <= 80
    assert said.isascii()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_help(grade, verb):
    """A verb's help names itself, and has examples."""
    said = grade(verb, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: grade {verb} ")
    assert "\n  Examples" in said.out


def test_help_can_be_asked_for_in_words(grade):
    """`grade help` is `grade --help`, and `grade help trace` that of the verb."""
    assert grade("help").out == grade("--help").out
    assert grade("help", "trace").out == grade("trace", "--help").out


def test_the_version_is_the_packages(grade):
    """`--version` says which grader it is."""
    assert grade("--version").out == f"asyncgrade {__version__}\n"


def test_help_that_is_longer_than_the_terminal_goes_through_a_pager(grade, monkeypatch):
    """Of the long one the beginning would scroll away; a short one is printed."""
    paged = []
    monkeypatch.setattr(console.click, "echo_via_pager", paged.append)
    monkeypatch.setenv("LESS", "R")
    monkeypatch.delenv(console.PLAIN, raising=False)
    monkeypatch.setattr(console, "height", lambda stream: 24)
    assert grade("--help").out == ""
    assert paged[0].startswith("Usage: grade ")
    assert grade("list", "--help").out.startswith("Usage: grade list ")
    assert len(paged) == 1


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_what_is_for_the_graders_own_errors_comes_last(verb):
    """A learner reads from the top."""
    options = [name for parameter in find(verb).params for name in parameter.opts if name.startswith("--")]
    assert options[-1] == "--debug"
