"""Reports that are heard: nothing is drawn, nothing hangs on where it stands."""

import re

import pytest

from grader.model import Timeline
from grader.report import render

from .reports import ALL, RIGHT, SEQUENTIAL_TIMELINE, at, blocked, check, report, sequential, waits

DRAWN = set("─█▒│✓✗·▏=#|")


@pytest.mark.parametrize("name", ["sequential", "passed", "blocked", "deadlocked"])
def test_nothing_is_drawn(name):
    """No bar, no rule, no mark below a line, no sign in place of a word, no column."""
    text = render(ALL[name](), "spoken")
    assert set(re.sub(r"t=\d", "", text)) & DRAWN == set()
    assert "^^" not in text
    assert [line for line in text.splitlines() if "  " in line or line != line.strip()] == []


def test_a_timeline_is_a_sentence_for_each_call():
    """With what is around it, its line, and what it did when."""
    lines = render(sequential(), "spoken").splitlines()
    first = lines.index("The actual run took 3 s.")
    assert lines[first + 3] == ("`task('Task B', 1)`, in `main()`, line 12: waiting 2 s to 3 s: asyncio.sleep(1).")


def test_only_the_learners_lines_are_told():
    """The expected run is another program, whose lines nobody sees."""
    expected = render(sequential(), "spoken").partition("The expected run took")[2].partition("\n\n")[0]
    assert "task('Task A', 2)" in expected
    assert "line" not in expected
    both = SEQUENTIAL_TIMELINE.__class__(
        target="main()", against="usual", actual=RIGHT, actual_end=at(2), actual_lines=(), expected=RIGHT[:2],
        expected_end=at(2), expected_lines=(),
    )  # fmt: skip
    usual = render(report(results=(check("x", "one", "failed", run=0),), timelines=(both,)), "spoken")
    assert "line 11" in usual.partition("The usual run took")[2]


def test_what_is_cut_off_or_took_no_time_is_said():
    """As the charts show it."""
    made = Timeline(
        target="main()",
        actual=(
            waits(1, "main()", 0, 3, finished=False),
            waits(2, "task()", 1, 1),
            waits(3, "late()", 3, 3, finished=False),
        ),
        actual_end=at(3),
        actual_lines=(),
    )
    text = render(report(results=(check("x", "one"),), timelines=(made,)), "spoken")
    assert "`main()`: waiting 0 s to 3 s: asyncio.sleep(3); cut off at 3 s." in text
    assert "`task()`, in `main()`, line 11: took no time, at 1 s." in text
    assert ": had begun at 3 s; cut off at 3 s." in text


def test_the_marked_part_of_a_line_is_quoted():
    """The line is read first, then what is said of it."""
    lines = render(blocked(), "spoken").splitlines()
    assert lines[6:9] == [
        "Where: work/gather.py, line 7.",
        "The line: time.sleep(delay)",
        "About it: nothing else runs for 2 s",
    ]


@pytest.mark.parametrize("name", ALL)
def test_ascii_is_ascii(name):
    """Where there are no other signs, the same is said with plain ones."""
    assert render(ALL[name](), "spoken", unicode=False).isascii()
