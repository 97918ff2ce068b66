"""The report for a terminal in a course folder: what one screen holds, and what it leaves to the page."""

import msgspec
import pytest

from grader.report import brief, render

from .reports import ALL, SEQUENTIAL_CAUSE, SEQUENTIAL_TIMELINE, blocked, check, passed, sequential, waits

change = msgspec.structs.replace


def test_the_rule_of_the_half_is_told_on_the_first_screen():
    """Otherwise the points of the checks and those of the verdict do not fit together."""
    first = render(sequential(), "brief").splitlines()[:3]
    assert first[2] == "The checks give 5 points; a program with a fault gets at most half of 8: 4."


def test_what_passed_is_told_in_two_lines():
    """Nothing is left to be said."""
    assert len(render(passed(), "brief").splitlines()) == 2


def test_a_failed_report_without_a_timeline_fits_on_a_screen():
    """Its 24 lines hold the cause, how it shows, and the question."""
    report = change(sequential(), timelines=())
    assert len(render(report, "brief").splitlines()) <= 24


@pytest.mark.parametrize(
    "fields",
    [
        {"expected": SEQUENTIAL_TIMELINE.actual, "expected_end": SEQUENTIAL_TIMELINE.actual_end},
        {"actual": tuple(waits(n, f"f({n})", 0, 1, parent=None if n == 1 else 1) for n in range(1, 9))},
        {"actual": SEQUENTIAL_TIMELINE.actual[:1]},
    ],
    ids=["alike", "many lanes", "one lane"],
)
def test_a_timeline_that_shows_nothing_more_is_left_to_the_page(fields):
    """Where both runs look the same, one call is all there is, or nobody would read it; the page has it."""
    report = change(sequential(), timelines=(change(SEQUENTIAL_TIMELINE, **fields),))
    assert "Timeline" not in render(report, "brief")
    assert "Timeline" in render(report, "html")
    assert "Timeline" in render(sequential(), "brief")


@pytest.mark.parametrize(
    "actual",
    ["`main()` raised KeyError on line 11: 'b'", "line 11 raised KeyError while the file was loaded: 'b'"],
)
def test_a_run_that_an_error_ended_has_no_timeline_here(actual):
    """The line that raised says it all."""
    cause = change(SEQUENTIAL_CAUSE, notes=("Python's words: KeyError: 'b'",))
    raised = check(
        "together",
        "T",
        "failed",
        diagnostics=(cause.code,),
        run=0,
        expected=("`main()` ends by itself",),
        actual=(actual,),
    )
    report = change(sequential(), results=(raised,), diagnostics=(cause,))
    text = render(report, "brief")
    assert ("Timeline" in text, "Python's words" in text) == (False, False)


def test_of_many_lines_those_round_the_first_difference_are_shown():
    """It stays marked."""
    lines = tuple(f"t={n} s line {n}" for n in range(9))
    wrong = check("lines", "L", "failed", expected=lines, actual=(*lines[:5], "t=5 s other", *lines[6:]))
    shown = render(change(sequential(), results=(wrong,), diagnostics=(), timelines=()), "brief")
    assert shown.splitlines()[7:17] == [
        "  expected  …",
        "            t=4 s line 4",
        "          > t=5 s line 5",
        "            t=6 s line 6",
        "            …",
        "  actual    …",
        "            t=4 s line 4",
        "          > t=5 s other",
        "            t=6 s line 6",
        "            …",
    ]


@pytest.mark.parametrize("name", ALL)
def test_the_checks_take_five_lines_at_most(name):
    """They are counted, and a few that failed are named."""
    text = render(ALL[name](), "brief")
    checks = text[text.find("\nChecks: ") + 1 :].splitlines() if "\nChecks: " in text else []
    assert len([line for line in checks if not line.startswith("By the way")]) <= 5


def test_a_hidden_check_keeps_its_secret_here_too():
    """That it failed is told; what it asks is not."""
    assert "secret" not in render(blocked(), "brief")
    assert "secret" not in "\n".join(brief.fitted(blocked(), width=80, height=99).lines)


@pytest.mark.parametrize("size", [(30, 4), (60, 12), (80, 21), (100, 400)])
@pytest.mark.parametrize("name", ALL)
def test_it_can_be_fitted_into_a_screen(name, size):
    """Whatever the report holds; with room enough it is the same as without a screen."""
    width, height = size
    shown = brief.fitted(ALL[name](), width=width, height=height)
    whole = render(ALL[name](), "brief", width=width).splitlines()
    assert len(shown.lines) <= height
    assert shown.left_out == (list(shown.lines) != whole)
    assert shown.left_out == (len(whole) > height)


def test_where_no_timeline_fits_the_comparison_stands_in_its_place():
    """It is left out only beside a timeline that shows the same."""
    tall = brief.fitted(sequential(), width=80, height=60)
    low = brief.fitted(sequential(), width=80, height=22)
    assert ("Timeline" in "\n".join(tall.lines), "expected" in "\n".join(low.lines)) == (True, True)
    assert "Timeline" not in "\n".join(low.lines)
    assert low.left_out


def test_where_little_room_is_left_what_is_said_by_the_way_is_begun():
    """In a line of its own: that there is something would not be known otherwise."""
    report = change(sequential(), remarks=(f"the file ends {'so ' * 40}that nothing runs",))
    low = brief.fitted(report, width=80, height=20)
    (line,) = [line for line in low.lines if line.startswith("By the way: the file ends so so")]
    assert line.endswith("…")
    assert len(line) <= 80
    assert low.left_out
    assert "that nothing runs" in "\n".join(brief.fitted(report, width=80, height=99).lines)


def test_what_leads_on_is_named_with_the_exercise():
    """`grade hint` alone may mean another one; a cause without a code has no page."""
    assert "\nMore:     `grade hint 02`, `grade explain sequential-awaits`\n" in render(sequential(), "brief")
    nameless = change(sequential(), diagnostics=())
    assert "\nMore:     `grade hint 02`\n" in render(nameless, "brief")


def test_of_a_stub_is_told_how_to_begin():
    """What a check saw of a program that does nothing says nothing to who has not begun."""
    cause = change(SEQUENTIAL_CAUSE, code="unfinished-stub", message="`task` had no statements yet")
    text = render(change(sequential(), diagnostics=(cause,)), "brief")
    assert "\nMore:     `grade next 02` shows the task, `grade hint 02` leads on\n" in text
    assert ("expected" in text, "Timeline" in text, "stands in" in text) == (False, False, False)
    assert "\nChecks: " in text


def test_where_the_comparison_does_not_fit_its_first_difference_is_shown():
    """It says more than the names of other checks."""
    lines = tuple(f"t={n} s line {n}" for n in range(9))
    wrong = check("lines", "L", "failed", expected=lines, actual=(*lines[:5], "t=5 s other", *lines[6:]))
    report = change(sequential(), results=(wrong,), timelines=())
    whole = render(report, "brief").splitlines()
    shown = brief.fitted(report, width=80, height=len(whole) - 4).lines
    assert [line for line in shown if "  t=" in line] == ["  expected  t=5 s line 5", "  actual    t=5 s other"]
