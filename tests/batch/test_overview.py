"""What an instructor is told of a class is counted right, and shown so that nothing of a student's acts in it."""

import re
from html.parser import HTMLParser

import pytest

from grader.batch.grading import Grade
from grader.batch.overview import overview
from grader.exercise import course_root, load_exercise
from grader.model import Diagnostic, LimitExceeded, Protocol
from grader.report.overview import render

from .grades import CAUSE, grade

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")
OTHER = Diagnostic(code="never-awaited", message="`task` was never awaited", line=1)
SOURCE = "\n" * 8 + "    await b()\n"
EVIL = "<img src=x onerror=alert(1)>"

CLASS = [
    grade("1", "Ann", 12),
    grade("2", "Bo", 6, (CAUSE,), SOURCE + "# by Bo, and much longer\n" * 20),
    grade("3", "Cy", 6, (CAUSE,), SOURCE),
    grade("4", "Di", 0, (OTHER,), outcome=LimitExceeded(limit="steps")),
    grade("5", "Ed", 2.4, outcome=Protocol(reason="twice")),
    grade("6", EVIL),
]


def test_points_are_counted_from_none_to_all():
    """Six parts of a class: those with nothing and with everything stand by themselves."""
    bins = {found.label: found.names for found in overview(EXERCISE, CLASS).points}
    assert bins == {
        "none": ("Di",),
        "up to 2.4": ("Ed",),
        "2.4 to 4.8": (),
        "4.8 to 7.2": ("Bo", "Cy"),
        "7.2 to 9.6": (),
        "9.6 to 12": (),
        "all 12": ("Ann",),
    }


def test_checks_and_causes_are_counted():
    """With who; what cannot be read counts for neither."""
    told = overview(EXERCISE, CLASS)
    assert [(check.passed, check.failed, check.skipped) for check in told.checks] == [(1, ("Bo", "Cy", "Di", "Ed"), 0)]
    assert [(cause.code, cause.names) for cause in told.causes] == [
        ("sequential-awaits", ("Bo", "Cy")),
        ("never-awaited", ("Di",)),
    ]
    assert told.counts == (("passed", 1), ("failed", 4), ("unreadable", 1))


def test_what_more_than_one_program_has_is_to_be_spoken_of():
    """Not what one alone has."""
    assert [cause.code for cause in overview(EXERCISE, CLASS).teach] == ["sequential-awaits"]


def test_the_example_is_a_short_program_and_nobodys():
    """Its lines are shown, and no name beside them."""
    (cause, _) = overview(EXERCISE, CLASS).causes
    assert [line.text for line in cause.excerpt] == ["    await b()"]
    page = render(overview(EXERCISE, CLASS))
    example = page.partition("One of them")[2].partition("</figure>")[0]
    assert not re.search("Bo|Cy", example)


def test_what_stands_out_is_told():
    """Limits, and a process that speaks for itself."""
    found = [(odd.name, odd.what.split()[0]) for odd in overview(EXERCISE, CLASS).odd]
    assert found == [
        ("Di", "`main()`"),
        ("Ed", "its"),
    ]


def test_whose_points_moved_is_told():
    """From what to what."""
    before = grade("1", "Ann", 9)
    moved = Grade(handed=CLASS[0].handed, report=CLASS[0].report, before=before.report)
    assert [odd.what for odd in overview(EXERCISE, [moved]).moved] == ["from 9 of 12 points to 12 of 12 points"]


class Elements(HTMLParser):
    """Which elements a page has."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        self.found.add(tag)
        self.found |= {name for name, _ in attributes if name.startswith("on") or name in ("src", "href")}


def test_a_page_has_nothing_that_acts():
    """No script, no picture, no link, whatever a student is called; the policy allows its own style only."""
    elements = Elements()
    page = render(overview(EXERCISE, CLASS))
    elements.feed(page)
    assert not elements.found & {"script", "img", "a", "iframe", "src", "href", "onerror"}
    assert EVIL not in page
    assert "default-src &#39;none&#39;; style-src" in page


@pytest.mark.parametrize("grades", [[], CLASS[5:]])
def test_a_class_without_a_report_has_a_page(grades):
    """Nothing is divided by nothing."""
    assert f"{len(grades)} student" in render(overview(EXERCISE, grades))


def test_equal_classes_have_equal_pages():
    """Byte by byte: a batch that was cut off comes out the same."""
    assert render(overview(EXERCISE, CLASS)) == render(overview(EXERCISE, list(CLASS)))
