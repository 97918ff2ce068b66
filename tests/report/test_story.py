"""What is told of a report: which check shows the root cause, and what a learner must know of its run."""

import msgspec
import pytest

from grader.model import Rejected
from grader.report import render
from grader.report.story import story

from .reports import FIRST, PRINTS, SEQUENTIAL_CAUSE, SEQUENTIAL_TIMELINE, blocked, check, sequential

change = msgspec.structs.replace


def with_run(**fields):
    """Return the report whose one run has these fields."""
    return change(sequential(), timelines=(change(SEQUENTIAL_TIMELINE, **fields),))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        (
            {"replaced": ("task",)},
            "In this check the grader stands in for `task`, with times and results of its own.",
        ),
        (
            {"replaced": ("given.find_user", "given.find_city")},
            "In this check the grader stands in for `find_user` and `find_city`, with times and results of its own.",
        ),
        (
            {"target": "task('Weser 15', 4.5)"},
            "In this check the program’s functions are called with other values than in the example.",
        ),
    ],
)
def test_a_run_with_other_values_than_the_programs_own_says_so(fields, told):
    """Otherwise a learner wonders where its times and names come from."""
    assert story(with_run(**fields)).setting == told


def test_the_check_is_shown_whose_run_the_root_cause_speaks_of():
    """Of two failed checks, the one whose run ended when the headline says."""
    other = check("prints", PRINTS, "failed", 1, diagnostics=("sequential-awaits",), target="main()", run=1)
    report = sequential()
    results = (other, *(result for result in report.results if result.name != "prints"))
    runs = (SEQUENTIAL_TIMELINE, change(SEQUENTIAL_TIMELINE, actual_end=9, actual=()))
    assert story(change(report, results=results, timelines=runs)).check != PRINTS
    assert story(change(report, results=results, timelines=runs[::-1])).check == PRINTS


def test_a_note_does_not_repeat_the_comparison():
    """What was asked for and what happened stands in the check's two blocks already."""
    cause = change(SEQUENTIAL_CAUSE, notes=("asked for: a", "happened: b", "a fact of its own"))
    told = story(change(sequential(), diagnostics=(cause,)))
    assert told.cause is not None
    assert told.cause.notes == ("a fact of its own",)


def test_a_remark_on_the_file_is_told_last():
    """It costs nothing, so it is no diagnostic, and stands below everything that does."""
    report = change(sequential(), remarks=("`main()` is never run.",))
    assert story(report).footnotes == ("`main()` is never run.",)
    assert render(report, "plain").splitlines()[-2] == "By the way: `main()` is never run."
    assert "By the way: <code>main()</code> is never run." in render(report, "html")


def test_a_program_that_never_began_was_not_run_with_other_values():
    """Nothing stood in for anything."""
    began = Rejected(code="syntax-error", message="no")
    assert story(change(with_run(replaced=("task",)), outcome=began)).setting == ""


def test_a_blocking_call_is_shown_in_a_run_that_it_blocked():
    """A run in which the grader stands in for the function that blocks shows nothing of it."""
    report = blocked()
    other = check(
        "first", FIRST, "failed", 1, diagnostics=("blocking-call",), target="main()", run=len(report.timelines)
    )
    runs = (*report.timelines, SEQUENTIAL_TIMELINE)
    assert story(change(report, results=(other, *report.results), timelines=runs)).check != FIRST
