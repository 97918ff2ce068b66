"""Reports in a terminal: widths, colour, ASCII, and what stands where."""

import re
from itertools import pairwise

import pytest
from rich.cells import cell_len

from grader.model import Diagnostic, Submission, Timeline
from grader.report import render
from grader.report.sheet import Sheet

from .reports import ALL, at, blocked, check, hostile, passed, report, sequential, waits

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def order(text: str, *parts: str) -> list[str]:
    """Return parts in the order in which they stand in a text."""
    assert [part for part in parts if part not in text] == []
    return sorted(parts, key=text.index)


def test_root_cause_comes_first_then_the_checks():
    """Verdict, fact, line, expected above actual, timelines, notes, question, further help, checks, place."""
    parts = (
        "Not passed yet: 4 of 8 points",
        "had ended: 3 s in all",
        "[sequential-awaits]",
        "gather.py, line 11",
        "^^^^^^^^^^^^^^^^^^^^^^^ waits until this has ended",
        "Check: `main` starts Task A, then Task B, both at once",
        "  expected  task(",
        "  actual    task(",
        "Timeline of `main()`",
        "actual: 3 s",
        "expected: 2 s",
        "Note:     `task('Task B', 1)` could have begun at t=0 s",
        "Question: Does",
        "grade explain sequential-awaits",
        "Checks",
        "not checked: it needs “`main` starts Task A",
        "Practice run",
    )
    assert tuple(order(render(sequential(), "plain"), *parts)) == parts


def test_the_mark_stands_below_the_code_that_it_marks():
    """Carets are as many as the marked letters, and below them."""
    rows = render(sequential(), "plain").splitlines()
    number = next(n for n, row in enumerate(rows) if "^" in row)
    start, end = rows[number].index("^"), rows[number].rindex("^") + 1
    assert rows[number - 1][start:end] == 'await task("Task A", 2)'


def test_lanes_of_both_runs_begin_in_one_column():
    """One second is as wide in both."""
    rows = [
        row
        for row in render(sequential(), "plain").splitlines()
        if row.startswith(("  main()", "    task(")) and "─" in row
    ]
    begins = [row.index("─") for row in rows]
    lengths = [row.count("─") for row in rows]
    assert begins[0] == begins[1] == begins[3] == begins[4] == begins[5]
    assert begins[2] == begins[1] + lengths[1]
    assert lengths[1] == lengths[3] == lengths[4]


@pytest.mark.parametrize("unicode", [True, False])
def test_calls_can_be_told_apart_on_a_narrow_terminal(unicode):
    """Their names are not cut before what makes them differ."""
    rows = render(sequential(), "plain", width=40, unicode=unicode).splitlines()
    lanes = [row.partition("  ─" if unicode else "  -")[0].strip() for row in rows if row.startswith("    task(")]
    assert lanes[:2] == ["task('Task A', 2)", "task('Task B', 1)"]


def test_at_most_three_diagnostics_are_opened():
    """The root cause and two more; the rest is counted."""
    text = render(blocked(), "plain")
    assert ("other-3" in text, "other-4" in text) == (True, False)
    assert "… and 2 more, not opened here" in text


def test_a_failed_check_that_nothing_explains_shows_what_it_expected():
    """Expected above actual, in its own place."""
    text = render(blocked(), "plain")
    parts = ("`main` returns the names", "expected  returns", "actual    returns", "`main` can be called twice")
    assert tuple(order(text, *parts)) == parts


def test_the_graders_fault_is_told_as_such():
    """The program is not blamed for it, beside the check and at the top."""
    text = render(blocked(), "plain")
    assert "This check could not be judged: the grader’s own fault, not the program’s." in " ".join(text.split())
    assert "KeyError" not in text
    assert "1 check has no answer, by the grader’s own fault" in text


def test_only_the_graders_fault_is_no_failure():
    """A report without a failed check does not say that the program failed."""
    text = render(report(results=(check("x", "one"), check("y", "two", "error"))), "plain")
    assert text.splitlines()[1] == "Not graded in full: 0 of 8 points"


def test_a_hidden_check_keeps_its_secret():
    """That it failed is told; what it asks is not."""
    text = render(blocked(), "plain")
    assert "Check 4, which is not shown" in text
    assert "secret" not in text


def test_passing_is_short_and_warm():
    """One sentence, no exclamation mark."""
    text = render(passed(), "plain")
    assert "Passed: 8 of 8 points\nWell done: the program does everything that was asked.\n" in text
    assert "!" not in text


def test_the_rule_of_the_half_is_told_where_it_was_applied():
    """A score lower than the sum of the points is explained."""
    rule = "a program with a fault gets at most half of"
    assert (rule in render(sequential(), "plain"), rule in render(blocked(), "plain")) == (True, False)
    told = report(results=(check("x", "one", maximum=11),), score=6, max_score=12, capped=True)
    words = "The checks give 11 points; a program with a fault gets at most half of 12: 6.\n"
    assert words in render(told, "plain")


def test_isolation_is_told():
    """Without confinement the report says so."""
    assert render(sequential(), "plain").splitlines()[-1].startswith("Practice run, not sealed off from this machine")
    assert "Graded, sealed off from this machine" in render(blocked(), "plain").splitlines()[-1]


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("name", ALL)
def test_no_line_is_wider_than_the_terminal(name, width, unicode):
    """Whatever the report holds."""
    text = render(ALL[name](), "plain", width=width, unicode=unicode)
    assert [row for row in text.splitlines() if cell_len(row) > width] == []


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("name", ALL)
def test_no_line_breaks_between_a_number_and_its_unit(name, width):
    """`t=0 s` is one word."""
    rows = render(ALL[name](), "plain", width=width).splitlines()
    broken = [row for row, below in pairwise(rows) if re.search(r"\d$", row) and re.match(r" *s\b", below)]
    assert broken == []


def test_no_line_breaks_within_a_command_that_has_room():
    """It is there to be typed as it stands; one that is longer than a line is broken where it has a space."""
    sheet = Sheet(40, color=False, unicode=True)
    sheet.say("`grade hint 12`, `grade explain wrong-output`", first="More: ", hang=10)
    sheet.say("`grade explain cancelled-not-awaited`", first="More: ", hang=10)
    assert sheet.text().splitlines() == [
        "More:     `grade hint 12`,",
        "          `grade explain wrong-output`",
        "More:     `grade explain",
        "          cancelled-not-awaited`",
    ]


@pytest.mark.parametrize("name", ALL)
def test_no_line_ends_in_spaces(name):
    """Text that is copied or kept in a file is clean."""
    assert [row for row in render(ALL[name](), "plain").splitlines() if row != row.rstrip()] == []


@pytest.mark.parametrize("name", ALL)
def test_ascii_is_ascii(name):
    """Where there are no signs for it, the same is told with plain ones."""
    assert render(ALL[name](), "plain", unicode=False).isascii()


def test_ascii_tells_running_waiting_and_blocked_apart():
    """Three signs, and a legend that names them."""
    text = render(blocked(), "plain", unicode=False)
    assert "=== running   --- waiting   ### blocked   | took no time" in text
    assert re.search(r"task\('Task B', 1\)  =+#+$", text, re.MULTILINE)


@pytest.mark.parametrize("name", ALL)
def test_plain_has_no_colour(name, monkeypatch):
    """Also where colour is allowed, and where the environment asks for it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in render(ALL[name](), "plain", color=True)
    assert "\x1b" not in render(ALL[name](), "terminal", color=False)


@pytest.mark.parametrize("name", ALL)
def test_colour_adds_nothing_but_colour(name, monkeypatch):
    """Without its colour codes the coloured text is the plain one, whatever the environment says."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    coloured = render(ALL[name](), "terminal", color=True)
    assert "\x1b[" in coloured
    assert ESCAPE.sub("", coloured) == render(ALL[name](), "plain")


def test_hostile_text_brings_no_colour_code_of_its_own():
    """Every escape character in a coloured report begins one of our own codes."""
    coloured = render(hostile(), "terminal", color=True)
    assert coloured.count("\x1b") == len(ESCAPE.findall(coloured))
    assert ESCAPE.sub("", coloured).count("\x1b") == 0


def test_the_number_of_lanes_left_out_is_told():
    """What is not drawn is counted."""
    assert "… 260 more calls left out" in render(hostile(), "plain")


def test_the_mark_stands_below_letters_two_columns_wide():
    """Carets are counted in columns, not in characters."""
    source = '東 = await task("京")'
    cause = Diagnostic(code="x", message="something happened", line=1, column=5, end_column=len(source) + 1)
    made = report(submission=Submission(name="東京.py", source=source), diagnostics=(cause,))
    rows = render(made, "plain").splitlines()
    number = next(n for n, row in enumerate(rows) if "^" in row)
    before, marked, after = rows[number - 1].partition('await task("京")')
    assert (marked, after) == ('await task("京")', "")
    assert rows[number] == rows[number][:6] + " " * (cell_len(before) - 6) + "^" * cell_len(marked)


@pytest.mark.parametrize("end", [1, 2, 3, 4, 5, 6.25, 7.75, 8.502, 10, 0.3, 0.001, 59, 3600])
@pytest.mark.parametrize("width", [40, 61, 80, 97])
def test_the_axis_names_every_time_in_full(end, width):
    """The last time has its unit, wherever it stands."""
    made = Timeline(target="main()", actual=(waits(1, "main()", 0, end),), actual_end=at(end), actual_lines=())
    text = render(report(results=(check("x", "one"),), timelines=(made,)), "plain", width=width)
    axis = text.partition("\n\nChecks")[0].splitlines()[-1]
    assert re.fullmatch(r" *0( +[\d.]+)* +[\d.]+ s", axis)


def test_a_call_that_is_cut_off_begins_where_it_began():
    """Its lane keeps the scale of the axis: the words behind it take the place of its end."""
    spans = (waits(1, "main()", 0, 5), waits(2, "f()", 3, 5, parent=1), waits(3, "g()", 3, 5, parent=1, finished=False))
    run = Timeline(target="main()", actual=spans, actual_end=at(5), actual_lines=())
    rows = render(report(results=(check("x", "one", "failed", run=0),), timelines=(run,)), "plain").splitlines()
    whole, cut = (next(row for row in rows if row.strip().startswith(name)) for name in ("f()", "g()"))
    assert whole.index("─") == cut.index("─")
    assert cut == f"{whole.replace('f()', 'g()')[: -len(' cut off')]} cut off"
