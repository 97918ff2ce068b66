"""What an instructor is told of a class is counted right, and shown so that nothing of a student's acts in it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from msgspec import structs

from grader.batch.classes import Class
from grader.batch.grading import Grade
from grader.batch.intake import absent
from grader.batch.overall import overall
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


def test_the_example_does_not_name_its_author():
    """Not in a comment, nor in what the file is called."""
    own = grade("4711", "Zoe Quist", 6, (CAUSE,), "\n" * 8 + "    await b()  # Zoe Quist\n")
    (cause,) = overview(EXERCISE, [own]).causes
    assert [line.text for line in cause.excerpt] == ["    await b()  # xxx xxxxx"]


def test_who_is_late_is_told():
    """And not who handed in nothing at all."""
    rows = [
        Grade(handed=replace(found.handed, late=True, missing=not found.report), report=found.report) for found in CLASS
    ]
    told = overview(EXERCISE, [*rows[-2:], *CLASS[:2]])
    assert [odd.name for odd in told.late] == ["Ed"]
    assert ">Late</h2>" in render(told)
    assert ">Late</h2>" not in render(overview(EXERCISE, CLASS))


def test_what_stands_out_is_told():
    """Limits, and a process that speaks for itself."""
    found = [(odd.name, odd.kind) for odd in overview(EXERCISE, CLASS).odd]
    assert found == [
        ("Di", "time"),
        ("Ed", "tampering"),
    ]


def test_whose_points_moved_is_told():
    """From what to what."""
    before = grade("1", "Ann", 9)
    moved = Grade(handed=CLASS[0].handed, report=CLASS[0].report, before=before.report)
    assert [odd.what for odd in overview(EXERCISE, [moved]).moved] == ["from 9 of 12 points to 12 of 12 points"]


def test_points_are_summed_up_in_a_sentence():
    """Mean and median, of those that were graded."""
    assert overview(EXERCISE, CLASS).spread == "On average 5.3 of 12 points; half of the class has at least 6."
    assert overview(EXERCISE, []).spread == ""


def test_a_diagnosis_that_comes_with_another_one_is_counted_beside_it():
    """And how often it is the root cause decides the order."""
    both = grade("7", "Flo", 1, (OTHER, CAUSE))
    told = [(cause.code, len(cause.names), cause.further) for cause in overview(EXERCISE, [*CLASS, both]).causes]
    assert told == [("never-awaited", 2, ()), ("sequential-awaits", 2, ("Flo",))][::-1]


def test_a_code_that_says_nothing_of_an_idea_comes_last_in_what_to_teach():
    """`wrong-output` is what came of it."""
    wrong = Diagnostic(code="wrong-output", message="`a` was printed", line=1)
    several = [grade(str(number), "Gus", 1, (wrong,)) for number in range(10, 15)]
    assert [cause.code for cause in overview(EXERCISE, [*CLASS, *several]).teach] == [
        "sequential-awaits",
        "wrong-output",
    ]


def test_several_exercises_are_told_together():
    """Sums, a row an exercise, everyone's points, and each diagnosis once with where it is."""
    second = structs.replace(EXERCISE, slug="24_fetch_pages", title="HTTP")
    missing = Grade(handed=absent("1", "Ann", second.slug), report=None)
    seconds = [missing, grade("2", "Bo", 3, (CAUSE,))]
    classes = [Class(exercise=EXERCISE, grades=CLASS), Class(exercise=second, grades=seconds)]
    told = overall(classes, [overview(found.exercise, found.grades) for found in classes])
    assert [(found.slug, found.graded, found.passed, found.mean) for found in told.exercises] == [
        ("02_gather", 5, 1, "5.3 of 12"),
        ("24_fetch_pages", 1, 0, "3 of 12"),
    ]
    assert {found.label: found.names for found in told.points}["4.8 to 9.6"] == ("Bo", "Cy")
    assert [(row.name, row.cells, row.total) for row in told.table[:2]] == [
        ("Ann", (("passed", "12"), ("missing", "")), "12"),
        ("Bo", (("failed", "6"), ("failed", "3")), "9"),
    ]
    cause = told.causes[0]
    assert (cause.code, cause.names, cause.where) == (
        "sequential-awaits",
        ("Bo", "Cy"),
        (("02_gather", 2), ("24_fetch_pages", 1)),
    )
    assert [(odd.name, odd.exercise) for odd in told.missing] == [("Ann", "24_fetch_pages")]
    assert "2 exercises" in render(told)


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
