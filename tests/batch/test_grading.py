"""A class is graded: journal, pages, table; a batch that was cut off goes on, and comes out the same."""

import csv
import io
import json
import sqlite3
import zipfile
from concurrent.futures import Executor, Future
from contextlib import closing
from dataclasses import replace
from types import SimpleNamespace

import pytest

from grader.batch import grading, journal, pool
from grader.batch.intake import Handed, take_in
from grader.errors import UsageError
from grader.exercise import course_root, load_exercise

FOLDER = course_root() / "exercises" / "02_gather"
PROGRAMS = course_root() / "solutions" / "02_gather"
RIGHT = (PROGRAMS / "gather.py").read_text("utf-8")
WRONG = (PROGRAMS / "rejected" / "two_awaits_in_a_row.py").read_text("utf-8")


JUDGED = {}
"""Programs that were judged already: the same program gets the same report, which other tests prove."""


class Here(Executor):
    """Judges in this process."""

    def __init__(self, width):
        pass

    def submit(self, function, order, submissions):
        unknown = [submission for submission in submissions if submission not in JUDGED]
        JUDGED.update(zip(unknown, function(order, unknown), strict=True) if unknown else ())
        future = Future()
        future.set_result([JUDGED[submission] for submission in submissions])
        return future


def packed(path, files):
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """A class of five: two right, one wrong, one that hands in no program, one whose name is a formula."""
    files = {
        "Ann Lee_1_assignsubmission_file/gather.py": RIGHT,
        "Bo_2_assignsubmission_file/gather.py": WRONG,
        "Cy_3_assignsubmission_file/notes.txt": "none",
        "=HYPERLINK(1)_4_assignsubmission_file/gather.py": RIGHT,
        "con_5_assignsubmission_file/gather.py": WRONG + "\n# by con",
    }
    return packed(tmp_path_factory.mktemp("in") / "class.zip", files)


def batch(source, out, stop_after=None, basis="b", **more):
    """Grade a class in this process, or only so many of it; return what the folder holds, and how many were graded."""
    out.mkdir(exist_ok=True)
    order = pool.Order(exercise=FOLDER)
    with journal.opened(out / "journal") as kept:
        taken = take_in(source, [load_exercise(FOLDER)])
        handed = grading.enter(taken.handed, kept, FOLDER.name, basis, more.get("only"))
        pages = grading.pages(handed, out)
        waiting = grading.to_grade(handed, kept, FOLDER.name, **more)
        done = 0
        for done, _ in enumerate(grading.grade(waiting, kept, order, basis, pages, Here, 1), 1):
            if done == stop_after:
                return None
        found = grading.grades(kept, FOLDER.name)
        grading.complete(found, pages, out)
    (out / "grades.csv").write_bytes(grading.table(found))
    files = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in (".csv", ".html", ".json")}
    return SimpleNamespace(files=files, graded=done, grades=found)


@pytest.fixture(scope="module")
def whole(handed_in, tmp_path_factory):
    """The class graded in one go."""
    return batch(handed_in, tmp_path_factory.mktemp("whole"))


def test_the_table_has_a_row_for_each_student(whole):
    """With points, cause, isolation, and why there is none."""
    rows = list(csv.DictReader(io.StringIO(whole.files["grades.csv"].decode("utf-8-sig"))))
    assert [(row["name"], row["status"], row["score"], row["cause"]) for row in rows] == [
        ("Ann Lee", "passed", "12", ""),
        ("Bo", "failed", rows[1]["score"], "sequential-awaits"),
        ("Cy", "unreadable", "0", ""),
        ("'=HYPERLINK(1)", "passed", "12", ""),
        ("con", "failed", rows[4]["score"], "sequential-awaits"),
    ]
    assert float(rows[1]["score"]) <= 6
    assert rows[2]["remark"] == "no Python file was handed in"
    assert rows[0]["isolation"]


def test_each_student_has_a_page_and_data_with_a_name_of_ours(whole):
    """None that a system keeps for itself, or that leads elsewhere."""
    names = ("ann-lee-1", "bo-2", "con-5", "hyperlink-1-4")
    assert sorted(whole.files) == [
        "grades.csv",
        *(f"report-{name}.{kind}" for name in names for kind in ("html", "json")),
    ]
    assert json.loads(whole.files["report-bo-2.json"])["diagnostics"][0]["code"] == "sequential-awaits"


def test_students_whose_names_become_the_same_keep_their_pages(tmp_path):
    """Whoever comes to the class, or goes: no page is another student's."""
    few = [Handed(student=student, name="Ann") for student in ("a-b", "a_b")]
    many = [*few, Handed(student="a.b", name="Ann"), Handed(student="c", name="Ann")]
    places = grading.pages(few, tmp_path)
    assert places.items() <= grading.pages(many, tmp_path).items()
    assert len(set(grading.pages(many, tmp_path).values())) == 4


def test_files_of_those_who_left_the_class_go(handed_in, tmp_path):
    """And what is gone of those who are in it comes back as it was; what is not ours stays."""
    whole = batch(handed_in, tmp_path)
    (tmp_path / "report-dee-7.html").write_bytes(b"hers")
    (tmp_path / "report-bo-2.json").unlink()
    (tmp_path / "notes.html").write_bytes(b"mine")
    assert batch(handed_in, tmp_path).files == {**whole.files, "notes.html": b"mine"}


def test_a_batch_that_was_cut_off_goes_on_and_comes_out_the_same(handed_in, whole, tmp_path):
    """After any number of results; what was graded is not graded again."""
    for done in (1, 3):
        out = tmp_path / str(done)
        assert batch(handed_in, out, stop_after=done) is None
        again = batch(handed_in, out)
        assert (again.graded, again.files) == (4 - done, whole.files)


def test_only_what_changed_is_graded_again(handed_in, whole, tmp_path):
    """A new program, and not the others."""
    out = tmp_path / "out"
    assert batch(handed_in, out).graded == 4
    assert batch(handed_in, out).graded == 0
    with zipfile.ZipFile(handed_in) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files["Bo_2_assignsubmission_file/gather.py"] = RIGHT
    after = batch(packed(tmp_path / "b.zip", files), out)
    assert (after.graded, [grade.status for grade in after.grades]) == (
        1,
        ["passed"] * 2 + ["unreadable", "passed", "failed"],
    )
    assert all(grade.before is None for grade in after.grades)


def test_whose_grade_moved_with_the_checks_is_told(handed_in, tmp_path):
    """The same program, worth other points by other checks; who handed in another one has not moved."""
    out = tmp_path / "out"
    batch(handed_in, out, basis="other checks")
    with closing(sqlite3.connect(out / "journal")) as connection, connection:
        changed = "update results set report = replace(cast(report as text), '\"score\": 12.0', '\"score\": 9.0')"
        assert connection.execute(f"{changed} where student = '1'").rowcount == 1
    after = batch(handed_in, out)
    assert after.graded == 4
    assert [(grade.handed.name, grade.before.score, grade.report.score) for grade in after.grades if grade.before] == [
        ("Ann Lee", 9, 12)
    ]


def test_some_are_graded_anew_and_of_the_others_stands_what_was(handed_in, tmp_path):
    """By the checks of then; later all of them are graded by those of now."""
    assert batch(handed_in, tmp_path, basis="old").graded == 4
    some = batch(handed_in, tmp_path, basis="new", only={"1", "3"})
    assert (some.graded, [grade.status for grade in some.grades]) == (
        1,
        ["passed", "failed", "unreadable", "passed", "failed"],
    )
    assert batch(handed_in, tmp_path, basis="new", only=set()).graded == 0
    assert [grade.handed.student for grade in batch(handed_in, tmp_path / "other", only={"2"}).grades] == ["2"]
    assert batch(handed_in, tmp_path, basis="new", only={"2"}, anew=True).graded == 1
    assert batch(handed_in, tmp_path, basis="new").graded == 2
    assert batch(handed_in, tmp_path, basis="new", anew=True).graded == 4


def test_what_a_report_depends_on_is_its_basis(tmp_path):
    """Secret, isolation, Python, and the exercise's files."""
    order = pool.Order(exercise=FOLDER)
    bases = [
        grading.basis(FOLDER, order, "3.11"),
        grading.basis(FOLDER, order, "3.12"),
        grading.basis(FOLDER, pool.Order(exercise=FOLDER, secret=b"x"), "3.11"),
        grading.basis(FOLDER, pool.Order(exercise=FOLDER, confined=False), "3.11"),
        grading.basis(FOLDER.parent / "03_chain", order, "3.11"),
    ]
    assert len(set(bases)) == len(bases)
    assert grading.basis(FOLDER, order, "3.11") == bases[0]


def test_a_report_that_another_command_replaces_is_told(handed_in, tmp_path):
    """Table and page never speak of two different results; and a result of another program counts for nobody."""
    batch(handed_in, tmp_path)
    with journal.opened(tmp_path / "journal") as kept:
        ann, bo, *_ = grading.grades(kept, FOLDER.name)
        assert ann.report.whole().score == ann.score
        kept.keep(replace(kept.result(FOLDER.name, "1"), report=kept.result(FOLDER.name, "2").report))
        kept.forget("2")
        for grade in (ann, bo):
            with pytest.raises(UsageError, match="at this moment: give the command once more"):
                grade.report.whole()
        kept.keep(replace(kept.result(FOLDER.name, "1"), program="another"))
        assert grading.grades(kept, FOLDER.name)[0].report is None
