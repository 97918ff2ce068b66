"""A report on a screen: never more than there is room for, and what matters most first."""

import re

import pytest
from rich.cells import cell_len

from grader.report import render
from grader.report.screen import screen

from .reports import ALL, blocked, passed, sequential


@pytest.mark.parametrize("size", [(30, 1), (30, 8), (50, 12), (80, 21), (100, 400)])
@pytest.mark.parametrize("name", ALL)
def test_it_fits(name, size):
    """Whatever the report holds, and however small the screen."""
    width, height = size
    lines = screen(ALL[name](), width=width, height=height).lines
    assert len(lines) <= height
    assert [line for line in lines if cell_len(line) > width] == []


def test_with_room_enough_it_is_the_whole_report():
    """Nothing is lost, and it says so."""
    shown = screen(sequential(), width=80, height=400)
    assert "\n".join(shown.lines) + "\n" == render(sequential(), "plain")
    assert not shown.left_out


def test_with_less_room_cause_evidence_and_question_outlive_the_timeline():
    """In the order in which they always stand."""
    shown = screen(sequential(), width=80, height=24)
    text = "\n".join(shown.lines)
    order = (
        "Not passed yet",
        "[sequential-awaits]",
        "gather.py, line 11",
        "Check: ",
        "expected",
        "Question: ",
    )
    assert [text.find(words) for words in order] == sorted(text.index(words) for words in order)
    assert "Timeline" not in text
    assert shown.left_out


def test_on_a_small_screen_the_line_and_the_checks_are_still_told():
    """The cause without the lines around it, the failed check without what was expected, a sign for each check."""
    text = "\n".join(screen(sequential(), width=60, height=14).lines)
    assert "(gather.py, line 11)" in " ".join(text.split())
    assert "Check: `main` starts Task A" in text
    assert re.search(r"^Checks: [✓✗·! ]+$", text, re.MULTILINE)


def test_the_smallest_screen_has_the_verdict():
    """Two lines are the title and the verdict."""
    assert "Not passed yet" in screen(blocked(), width=60, height=2).lines[1]


def test_passing_is_short_whatever_the_room():
    """Verdict and a word, without timeline and checks."""
    text = "\n".join(screen(passed(), width=80, height=400).lines)
    assert "Passed: 8 of 8 points\nWell done" in text
    assert "Timeline" not in text
    assert "Checks" not in text


def test_signs_are_ascii_where_there_are_no_others():
    """As in the whole report."""
    assert all(line.isascii() for line in screen(sequential(), width=50, height=15, unicode=False).lines)


def test_a_hidden_check_keeps_its_secret_on_a_screen():
    """As in every format."""
    assert "secret" not in "\n".join(screen(blocked(), width=80, height=99).lines)
