"""Every student has one row: a program, or the reason why there is none."""

import json
import os
import sys
import tracemalloc
import zipfile

import pytest

from grader.batch.intake import take_in
from grader.batch.layouts import compiled
from grader.exercise import course_root, load_course, load_exercise

EXERCISE = load_exercise(course_root() / "exercises" / "02_gather")
FETCH = load_exercise(course_root() / "exercises" / "24_fetch_pages")
COURSE = load_course(course_root()).exercises
BOTH = "async def task(name, delay): ...\nasync def main(): ...\n"


def packed(path, files):
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def taken(tmp_path, files, exercises=(EXERCISE,), **more):
    """Pack files, and take them in."""
    return take_in(packed(tmp_path / "class.zip", files), exercises, **more)


def told(intake):
    """Return what was handed in: student, name, exercise, and the program's name or why there is none."""
    return [
        (row.student, row.name, row.exercise[:2], row.submission.name if row.submission else row.problem)
        for row in intake.handed
    ]


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
    said = "none of the files that were handed in is gather.py, or alone defines what it asks for: a.py, b.py"
    assert chosen(tmp_path, **{"a.py": BOTH, "b.py": BOTH}) == said


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
    assert rows["ann"].problem == "gather.py has a zero byte (at offset 0), and is no text: save it as text in UTF-8"
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


NOTHING = "nothing was handed in for it"


def test_each_exercise_has_a_row_for_each_student(tmp_path):
    """With its own file; who handed in another one only is missing, and no program is an instructor's business."""
    folder = "{}_{}_assignsubmission_file/{}"
    files = {
        folder.format("Ann", 1, "gather.py"): BOTH,
        folder.format("Ann", 1, "fetch_pages.py"): BOTH,
        folder.format("Bo", 2, "gather.py"): BOTH,
        folder.format("Cy", 3, "notes.txt"): "",
        folder.format("Di", 4, "thing.py"): "",
    }
    intake = taken(tmp_path, files, (EXERCISE, FETCH), course=COURSE)
    none = "none of the files that were handed in is {}, or alone defines what it asks for: thing.py"
    assert told(intake) == [
        ("1", "Ann", "02", "gather.py"),
        ("1", "Ann", "24", "fetch_pages.py"),
        ("2", "Bo", "02", "gather.py"),
        ("2", "Bo", "24", NOTHING),
        ("3", "Cy", "02", "no Python file was handed in"),
        ("3", "Cy", "24", "no Python file was handed in"),
        ("4", "Di", "02", none.format("gather.py")),
        ("4", "Di", "24", none.format("fetch_pages.py")),
    ]
    assert [row.missing for row in intake.handed] == [False] * 3 + [True] + [False] * 4
    assert [row.student for row in intake.of("24_fetch_pages")] == ["1", "2", "3", "4"]
    assert not intake.apart


APART = {
    "02.zip": {"Ann Lee_7_assignsubmission_file/main.py": BOTH, "Bo_9_assignsubmission_file/main.py": BOTH},
    "24_fetch_pages.zip": {"Ann Lee_9_assignsubmission_file/main.py": BOTH, "Di_8_assignsubmission_file/x.py": BOTH},
    "03.zip": {"Eve_1_assignsubmission_file/main.py": BOTH},
}
BY_NAME = [
    ("Ann Lee", "Ann Lee", "02", "main.py"),
    ("Ann Lee", "Ann Lee", "24", "main.py"),
    ("Bo", "Bo", "02", "main.py"),
    ("Bo", "Bo", "24", NOTHING),
    ("Di", "Di", "02", NOTHING),
    ("Di", "Di", "24", "x.py"),
]


def test_each_exercise_may_come_in_an_archive_of_its_own(tmp_path):
    """Called as the exercise. Moodle's numbers are another assignment's others: students are known by name."""
    for name, files in APART.items():
        packed(tmp_path / name, files)
    intake = take_in(tmp_path, [EXERCISE, FETCH], course=COURSE)
    assert told(intake) == BY_NAME
    assert (intake.apart, intake.layout, intake.handed[0].number) == (True, "moodle", "7")


def test_each_exercise_may_come_in_a_folder_of_its_own(tmp_path):
    """In one archive, too."""
    files = {
        f"{archive.removesuffix('.zip')}/{name}": text
        for archive, found in APART.items()
        for name, text in found.items()
    }
    assert told(taken(tmp_path, files, (EXERCISE, FETCH), course=COURSE)) == BY_NAME


def test_students_of_the_same_name_are_told_apart(tmp_path):
    """By their numbers, where there is one assignment of them."""
    files = {f"02/Ann_{number}_assignsubmission_file/gather.py": BOTH for number in (1, 2)}
    assert [row.student for row in taken(tmp_path, files, course=COURSE).handed] == ["Ann 1", "Ann 2"]


def test_gradescope_says_beside_the_files_who_handed_them_in(tmp_path):
    """Known by number or address, and called by name; a group has all its names. What is no list is passed over."""
    listed = (
        "submission_1001:\n  :submitters:\n  - :name: Ann Lee\n    :sid: '100'\n    :email: ann@example.test\n"
        "  :score: 1.0\n  :name: nobody\n"
        "submission_1002:\n  :submitters:\n  - :name: \"Bo O''Kent\"\n    :sid:\n    :email: bo@example.test\n"
        "submission_1003:\n  :submitters:\n  - :name: Cy\n    :sid: '3'\n  - :name: Di\n    :sid: '4'\n"
        "nonsense: [\n"
    )
    top = "assignment_7_export"
    files = {f"{top}/submission_{number}/gather.py": BOTH for number in (1001, 1002, 1003, 1004)}
    intake = taken(tmp_path, {**files, f"{top}/submission_metadata.yml": listed})
    assert [(row.student, row.name, row.number) for row in intake.handed] == [
        ("100", "Ann Lee", "1001"),
        ("1003", "Cy, Di", ""),
        ("1004", "1004", ""),
        ("bo@example.test", "Bo O'Kent", "1002"),
    ]


def test_blackboard_says_beside_the_files_what_students_are_called(tmp_path):
    """And who typed a text has a row."""
    name = "Exercise 1_{}_attempt_2026-11-22-08-00-00{}"
    files = {
        name.format("ann", "_gather.py"): BOTH,
        name.format("ann", ".txt"): "Name: Ann Lee (ann)\r\nAssignment: Exercise 1\r\nName: Eve (eve)\r\n",
        name.format("bo", ".txt"): "Name: Bo Kent (bo)\n",
    }
    assert told(taken(tmp_path, files)) == [
        ("ann", "Ann Lee", "02", "gather.py"),
        ("bo", "Bo Kent", "02", "no Python file was handed in"),
    ]


@pytest.mark.parametrize(
    "name",
    ["leeann_123_text.html", "leeann_LATE_123_link.html", "Ann Lee_123_assignsubmission_onlinetext/onlinetext.html"],
)
def test_who_typed_a_text_in_place_of_a_file_is_not_lost(tmp_path, name):
    """There is nothing to grade, and that is said."""
    files = {
        name: "<p>print",
        "bokent_7_8_gather.py" if "_123_assign" not in name else "Bo_7_assignsubmission_file/a.py": BOTH,
    }
    intake = taken(tmp_path, files)
    assert [(row.student, row.problem) for row in intake.handed] == [("7", ""), ("123", "no Python file was handed in")]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="file names are bytes on Linux only")
def test_a_name_in_another_encoding_is_a_name(tmp_path):
    """It has a sign for what cannot be read, and harms nobody."""
    for name in (b"j\xe4n", b"ann"):
        folder = tmp_path / os.fsdecode(name)
        folder.mkdir()
        (folder / "gather.py").write_text(BOTH)
    assert [row.student for row in take_in(tmp_path, [EXERCISE]).handed] == ["ann", "j\ufffdn"]


def test_a_program_called_as_the_exercise_is_no_archive_of_it(tmp_path):
    """It is what one student handed in."""
    (tmp_path / "gather.py").write_text("async def main(): ...\n", "utf-8")
    (handed,) = take_in(tmp_path, [EXERCISE], course=COURSE).handed
    assert handed.submission is not None
    assert handed.submission.name == "gather.py"


def test_what_is_not_read_is_not_kept(tmp_path):
    """Notebooks with pictures, and pictures beside them, take the memory of one file. Control: they are large."""
    picture = "A" * 2**20
    cell = {"cell_type": "code", "source": BOTH, "outputs": [{"data": {"image/png": picture}}]}
    notebook = json.dumps({"cells": [cell]})
    names = [f"student {number}/gather" for number in range(20)]
    path = packed(tmp_path / "class.zip", {f"{name}.{kind}": notebook for name in names for kind in ("ipynb", "png")})
    with zipfile.ZipFile(path) as opened:
        assert sum(entry.file_size for entry in opened.infolist()) > 40 * 2**20
    tracemalloc.start()
    try:
        intake = take_in(path, (EXERCISE,))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [row.submission.source for row in intake.handed] == [BOTH.rstrip()] * 20
    assert peak < 8 * 2**20
