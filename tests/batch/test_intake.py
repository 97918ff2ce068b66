"""Every student has one row: a program, or the reason why there is none."""

import json
import zipfile

import pytest

from grader.batch.intake import take_in
from grader.batch.layouts import compiled
from grader.exercise import course_root, load_exercise

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")
BOTH = "async def task(name, delay): ...\nasync def main(): ...\n"


def taken(tmp_path, files, **more):
    """Pack files, and take them in."""
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return take_in(path, EXERCISE, **more)


def chosen(tmp_path, **files):
    """Return the name of the one file that is chosen among a student's, or why there is none."""
    (handed,) = taken(tmp_path, {f"ann/{name}": text for name, text in files.items()}).handed
    return handed.submission.name if handed.submission else handed.problem


def test_students_come_in_the_order_of_their_numbers(tmp_path):
    """The ninth before the tenth."""
    intake = taken(tmp_path, {f"Ann_{number}_assignsubmission_file/gather.py": BOTH for number in (10, 9)})
    assert (intake.layout, [handed.student for handed in intake.handed]) == ("moodle", ["9", "10"])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"gather.py": "", "other.py": BOTH}, "gather.py"),
        ({"Gather.py": "", "other.py": BOTH}, "Gather.py"),
        ({"gather-1.py": "", "other.py": BOTH}, "gather-1.py"),
        ({"gather (2).py": "", "other.py": BOTH}, "gather (2).py"),
        ({"anything.py": ""}, "anything.py"),
        ({"a.py": BOTH, "b.py": "async def main(): ..."}, "a.py"),
        ({"gather.py": "", "old/gather.py": ""}, "gather.py"),
        ({"a.py": BOTH, "b.py": "def f(:"}, "a.py"),
        ({"readme.txt": ""}, "no Python file was handed in"),
    ],
)
def test_the_file_for_the_exercise_is_found(tmp_path, files, expected):
    """By its name, or as the only one, or as the only one that defines what is asked for."""
    assert chosen(tmp_path, **files) == expected


def test_what_cannot_be_told_is_said(tmp_path):
    """With the names of what there is."""
    told = "none of the files that were handed in is gather.py, or alone defines what it asks for: a.py, b.py"
    assert chosen(tmp_path, **{"a.py": BOTH, "b.py": BOTH}) == told


def test_a_notebook_is_a_program(tmp_path):
    """Its code cells are."""
    notebook = json.dumps({"cells": [{"cell_type": "code", "source": "x = 1\nawait main()"}]})
    (handed,) = taken(tmp_path, {"ann/work.ipynb": notebook}).handed
    assert (handed.submission.name, handed.submission.source) == ("work.ipynb", "x = 1\n# await main()")


def test_the_last_attempt_counts(tmp_path):
    """Blackboard keeps all of them in one archive."""
    name = "Exercise_ann_attempt_2026-11-{}-08-00-00_gather.py"
    (handed,) = taken(tmp_path, {name.format(22): "x = 2", name.format(21): "x = 1"}).handed
    assert handed.submission.source == "x = 2"


def test_late_is_told(tmp_path):
    """Where the platform says so."""
    intake = taken(tmp_path, {"ann_LATE_1_2_gather.py": "", "bob_3_4_gather.py": ""})
    assert [(handed.name, handed.late) for handed in intake.handed] == [("ann", True), ("bob", False)]


def test_what_cannot_be_read_is_told(tmp_path):
    """One student's trouble is one student's, and what else was handed in is noted."""
    files = {
        "ann/gather.py": "\0",
        "bob/gather.py": "x = 1",
        "bob/notes.py": "",
        "bob/../up.py": "",
        "cy/gather.py": "y",
    }
    rows = {handed.student: handed for handed in taken(tmp_path, files).handed}
    assert rows["ann"].problem == "gather.py has a NUL byte at offset 0: save it as text in UTF-8"
    assert (rows["bob"].problem, rows["cy"].problem) == ("", "")
    assert rows["bob"].notes == ("notes.py was not graded", "../up.py has a name that leads out of the archive")


def test_a_class_that_was_packed_with_its_folder_is_read(tmp_path):
    """Who unpacks, looks and packs again has one folder around everything."""
    files = {
        f"class/{name}_{number}_assignsubmission_file/gather.py": BOTH for number, name in enumerate(["Ann", "Bo"])
    }
    intake = taken(tmp_path, files)
    assert (intake.layout, [handed.name for handed in intake.handed]) == ("moodle", ["Ann", "Bo"])


def test_a_folder_of_one_student_is_a_student(tmp_path):
    """Not one around everything: there is nothing below it but files. An instructor can say that it is."""
    files = {"ann/gather.py": BOTH, "ann/bob.py": BOTH}
    assert [handed.student for handed in taken(tmp_path, files).handed] == ["ann"]
    assert [handed.student for handed in taken(tmp_path, files, layout="files").handed] == ["bob", "gather"]


def test_programs_of_nobody_are_listed(tmp_path):
    """A pattern that fits half of the names leaves the other half."""
    intake = taken(
        tmp_path, {"hw-ann.py": "", "bob.py": "", "notes.txt": ""}, layout=compiled(r"hw-(?P<student>\w+)\.py")
    )
    assert ([handed.student for handed in intake.handed], intake.ignored) == (["ann"], ("bob.py",))
