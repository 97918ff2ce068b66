"""Names of archives say whose a file is."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from grader.batch.layouts import LAYOUTS, Owned, compiled, layout_of, owner
from grader.errors import UsageError


def owned(student, name, path, **more):
    return Owned(student=student, name=name, path=PurePosixPath(path), **more)


NAMES = {
    "Ann Lee_2_assignsubmission_file/helpers/util.py": ("moodle", owned("2", "Ann Lee", "helpers/util.py")),
    "Ann Lee_2_assignsubmission_file_/gather.py": ("moodle", owned("2", "Ann Lee", "gather.py")),
    "Ann Lee_2_assignsubmission_file_gather.py": ("moodle", owned("2", "Ann Lee", "gather.py")),
    "Participant_5_assignsubmission_file/gather.py": ("moodle", owned("5", "Participant", "gather.py")),
    "Default group_assignsubmission_file/gather.py": ("moodle", owned("Default group", "Default group", "gather.py")),
    "leeann_123_456_solution.py": ("canvas", owned("123", "leeann", "solution.py")),
    "leeann_LATE_123_456_solution.py": ("canvas", owned("123", "leeann", "solution.py", late=True)),
    "anon_a1b2c_456_12_solution.py": ("canvas", owned("456", "anon a1b2c", "solution.py")),
    "Exercise 1_ann_attempt_2026-11-22-08-00-00_solution.py": (
        "blackboard",
        owned("ann", "ann", "solution.py", attempt="2026-11-22-08-00-00"),
    ),
    "100234-56789 - Ann Lee - Nov 22, 2026 800 AM/solution.py": (
        "brightspace",
        owned("100234", "Ann Lee", "solution.py", attempt="2026-11-22-08-00"),
    ),
    "100234-56789 - Ann Lee - Nov 22, 2026 1205 PM/solution.py": (
        "brightspace",
        owned("100234", "Ann Lee", "solution.py", attempt="2026-11-22-12-05"),
    ),
    "assignment_7_export/submission_1001/solution.py": ("gradescope", owned("1001", "1001", "solution.py")),
    "ann_lee/work/solution.py": ("folders", owned("ann_lee", "ann lee", "work/solution.py")),
    "ann_lee.py": ("files", owned("ann_lee", "ann lee", "ann_lee.py")),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_understood(name):
    """As the platform means it."""
    layout, expected = NAMES[name]
    path = PurePosixPath(name)
    found = owner(path, layout)
    assert (layout_of([path]), found) == (layout, replace(expected, folder=found.folder))
    assert found.folder + str(found.path) == name


def test_every_layout_is_tried():
    """Every row of the table has a name above."""
    assert {layout for layout, _ in NAMES.values()} == set(LAYOUTS)


def test_the_layout_that_most_names_agree_with_is_taken():
    """A few strange names change nothing."""
    names = [f"Ann_{number}_assignsubmission_file/gather.py" for number in range(5)] + ["index.html", "a/b.py"]
    assert layout_of(map(PurePosixPath, names)) == "moodle"


def test_an_instructor_says_how_names_are_read():
    """By a pattern with named groups: only the student must be one."""
    pattern = compiled(r"hw3-(?P<student>\w+?)(?P<late>-late)?\.py")
    assert owner(PurePosixPath("hw3-ann-late.py"), pattern) == owned("ann", "ann", "hw3-ann-late.py", late=True)
    assert owner(PurePosixPath("other.py"), pattern) is None


@pytest.mark.parametrize(
    ("pattern", "told"), [("(", "no regular expression"), (r"(\w+)\.py", r"no group \(\?P<student>")]
)
def test_a_pattern_that_is_none_is_told(pattern, told):
    """With the pattern in the words."""
    with pytest.raises(UsageError, match=told):
        compiled(pattern)
