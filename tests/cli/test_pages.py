"""What is copied from a terminal is whole: no link and no line of a program is broken."""

import re

import pytest

from grader.cli import pages, solution
from grader.exercise import course_root

from .test_delivery import Stream

ADDRESS = "https://docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently-and-more"
FILE = course_root() / "solutions" / "02_gather" / "gather.py"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shown(monkeypatch):
    """Show something on a terminal of 40 columns; return its lines without their colours."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def show(function, what):
        screen = Stream()
        monkeypatch.setattr("sys.stdout", screen)
        function(what)
        return [line.rstrip() for line in COLOUR.sub("", screen.written).splitlines()]

    return show


def test_a_link_stands_in_a_line_of_its_own(shown):
    """Below the page, whole; its words stay where they are."""
    lines = shown(pages.show, f"# Title\n\nSee [Running tasks]({ADDRESS}).\n")
    assert "See Running tasks." in lines
    assert lines[-1] == ADDRESS


def test_a_solution_is_copied_as_it_is(shown):
    """The terminal breaks its lines, and not the command."""
    lines = FILE.read_text("utf-8").splitlines()
    assert max(map(len, lines)) > 40
    assert shown(solution._show, FILE) == lines
