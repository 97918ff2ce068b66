"""A batch from beginning to end on an executor of our own: what it leaves, without names, and without one student."""

import csv
import gc
import io
import json
import shutil
import sqlite3
import zipfile
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from types import SimpleNamespace

import pytest

from grader.batch import batch, gradebooks, grading, pool, results
from grader.batch.asked import Asked
from grader.batch.forgetting import forget
from grader.errors import NotFoundError, UsageError
from grader.model import Report
from grader.report import overview as page

from .test_grading import PROGRAMS, RIGHT, WRONG, Here, packed

CHAIN = (PROGRAMS.parent / "03_chain" / "chain.py").read_text("utf-8")
NOTEBOOK = json.dumps(
    {
        "metadata": {"authors": [{"name": "Zoe Quist"}], "vscode": {"path": "/home/zquist/gather.ipynb"}},
        "cells": [{"cell_type": "code", "source": WRONG + "\n# written by Zoe Quist, zoe.quist@example.test\n"}],
    }
)
FILES = {
    "Ann Lee_101_assignsubmission_file/gather.py": RIGHT + "\n# with Zoe Quist\n",
    "Ann Lee_101_assignsubmission_file/chain.py": CHAIN,
    "Zoe Quist_4711_assignsubmission_file/zoe_quist_gather.ipynb": NOTEBOOK,
    "Zoe Quist_4711_assignsubmission_file/quist 03.py": CHAIN + "\nPATH = '/home/zquist/chain.py'\n",
    "Cy Roe_103_assignsubmission_file/notes.txt": "none",
}
WORKSHEET = (
    "Identifier,Full name,Status,Grade,Maximum Grade,Comments\r\n"
    "Participant 101,Ann Lee,-,,100.00,\r\n"
    "Participant 4711,Zoe Quist,-,,100.00,\r\n"
    "Participant 105,Di Fox,-,,100.00,\r\n"
)
TRACES = (b"Zoe", b"zoe", b"Quist", b"quist", b"4711")
"""What tells who she is."""


def graded(folder, *, source=None, only=None, anew=False, **asked):
    """Grade the class into a folder, on an executor of our own."""
    (folder / "worksheet.csv").write_text(WORKSHEET, "utf-8")
    usual = {"gradebooks": (("", str(folder / "worksheet.csv")),), "anonymous": str(folder / "nameless")}
    source = source or packed(folder / "class.zip", FILES)
    usual["exercises"] = ("02_gather", "03_chain")
    order = Asked(source=str(source), **{**usual, **asked})
    follow = {"follow": lambda graded, count: [*graded], "only": only, "anew": anew}
    return batch.run(order, folder / "out", partial(pool.Order), Here, 1, **follow)


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The class, graded."""
    folder = tmp_path_factory.mktemp("graded")
    return SimpleNamespace(folder=folder, **vars(graded(folder)))


@pytest.fixture
def copy(done, tmp_path):
    """A copy of the class that was graded."""
    shutil.copytree(done.folder, tmp_path / "copy")
    return tmp_path / "copy"


def everything(folder):
    """Return name -> content of each file of a folder, and of each in a zip there."""
    found = {}
    for path in (path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        found[name] = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as opened:
                found |= {f"{name}/{inner}": opened.read(inner) for inner in opened.namelist()}
    return found


def naming(folder):
    """Return the files that have a trace of her, in their names or in what they hold."""
    return {name for name, data in everything(folder).items() if any(trace in name.encode() + data for trace in TRACES)}


def test_a_batch_runs_on_any_executor(done):
    """One that judges in this process, here: what is handed to it is all that it gets."""
    assert issubclass(Here, Executor)
    assert [[grade.status for grade in found.grades] for found in done.classes] == [
        ["passed", "unreadable", "missing", "failed"],
        ["passed", "unreadable", "missing", "passed"],
    ]
    assert done.graded == 4


def test_no_more_than_one_report_is_held_at_a_time(copy, monkeypatch):
    """However large the class: tables are made of summaries. Control: who reads them all holds them all."""
    held = []

    def counted(function):
        def call(*given, **named):
            gc.collect()
            held.append(sum(type(one) is Report for one in gc.get_objects()) - before)
            return function(*given, **named)

        return call

    for module, name in ((grading, "table"), (pool, "handed_out"), (page, "render"), (gradebooks, "comment")):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    gc.collect()
    before = sum(type(one) is Report for one in gc.get_objects())
    results.clear(copy / "out", ("02_gather", "03_chain"))
    again = graded(copy, source=copy / "class.zip")
    assert (again.graded, max(held), held.count(0) > 5) == (0, 1, True)
    with results.reopened(copy / "out") as (journal, asked, _):
        whole = [
            grade.report.whole() for found in results.read(journal, asked) for grade in found.grades if grade.report
        ]
        counted(len)(whole)
    assert held[-1] == len(whole) == 4


def test_the_same_batch_again_leaves_the_same_files(copy, done):
    """And judges nothing; not even an executor is made."""
    source = done.folder / "class.zip"
    files = everything(copy / "out")
    again = batch.run(
        Asked(source=str(source), exercises=("02_gather", "03_chain"), gradebooks=(("", str(copy / "worksheet.csv")),)),
        copy / "out",
        partial(pool.Order),
        lambda width: pytest.fail("an executor"),
        1,
        lambda graded, count: [*graded],
    )
    after = everything(copy / "out")
    assert again.graded == 0
    assert {name for name in files if name != "journal.sqlite" and after[name] != files[name]} == set()


def test_a_folder_remembers_what_was_asked(done):
    """Paths, exercises and options."""
    with results.reopened(done.folder / "out") as (_, asked, taken):
        assert (asked.source, asked.exercises) == (str(done.folder / "class.zip"), ("02_gather", "03_chain"))
        assert (taken.layout, taken.apart) == ("moodle", False)


def test_a_folder_of_something_else_is_told(tmp_path):
    """One without a journal, and one in which nothing was graded yet."""
    with pytest.raises(NotFoundError, match="no folder that `grade batch` wrote"), results.reopened(tmp_path):
        pass
    with results.opened(tmp_path / results.JOURNAL):
        pass
    with pytest.raises(NotFoundError, match="nothing was graded into"), results.reopened(tmp_path):
        pass


def test_nothing_without_names_has_a_name_in_it(done):
    """No name, number, path, file name or metadata of a notebook; with names all of that is there."""
    assert naming(done.folder / "nameless") == set()
    assert {name.rpartition("/")[2] for name in naming(done.folder / "out")} >= {
        "report-zoe-quist-4711.html",
        "report-ann-lee-101.html",
        "summary.csv",
        "overview.html",
    }
    nameless = everything(done.folder / "nameless")
    assert not any(word in data for data in nameless.values() for word in (b"Ann Lee", b"vscode", b"ipynb"))


def test_a_pseudonym_is_the_same_everywhere(done):
    """In every exercise; who is who stands in the instructor's folder."""
    rows = list(csv.reader(io.StringIO((done.folder / "out" / "pseudonyms.csv").read_text("utf-8-sig"))))
    names = {row[2]: row[0] for row in rows[1:]}
    assert set(names) == {"Ann Lee", "Cy Roe", "Di Fox", "Zoe Quist"}
    for slug in ("02_gather", "03_chain"):
        assert (done.folder / "nameless" / slug / f"report-{names['Zoe Quist']}.html").is_file()
    listed = (done.folder / "nameless" / "summary.csv").read_text("utf-8-sig").splitlines()[1:]
    assert sorted(line.partition(",")[0] for line in listed) == sorted(names.values())
    assert listed == sorted(listed)


def test_what_has_no_names_lies_apart(tmp_path):
    """A folder in the one with the names would be given away with it."""
    asked = Asked(source="x", exercises=("02_gather",), anonymous=str(tmp_path / "out" / "nameless"))
    with pytest.raises(UsageError, match="needs a folder apart from"):
        batch.run(asked, tmp_path / "out", partial(pool.Order), Here, 1, list)


def test_who_is_forgotten_leaves_no_trace(tmp_path):
    """In no file, not in the journal's free pages, not in a zip; what another wrote of her stays, and is named."""
    graded(tmp_path)
    out = tmp_path / "out"
    shutil.copy(out / "summary.csv", out / "my copy.csv")
    (out / "notes.txt").write_text("quist, Zoe: came to see me. Zoe Quist", "utf-8")
    before = naming(out)
    ours = {name for name in before if "zoe" in name or "Zoe" in name}
    assert len(ours) > 5
    gone = forget(out, "4711")
    of_ann = {"02_gather/report-ann-lee-101.html", "02_gather/report-ann-lee-101.json"}
    inside = {"feedback.zip/Ann Lee_101_assignsubmission_file/report-02_gather.html"}
    assert naming(out) == {*of_ann, *inside, "journal.sqlite", "notes.txt"}
    left = {path.relative_to(out).as_posix() for path in gone.left}
    assert left == {*of_ann, "feedback.zip", "journal.sqlite", "notes.txt"}
    assert naming(tmp_path / "nameless") == set()
    assert gone.beyond == (tmp_path / "class.zip", tmp_path / "worksheet.csv")
    assert "Participant 4711" not in (out / "worksheet.csv").read_text("utf-8")
    with results.reopened(out) as (journal, asked, _):
        assert journal.students() == {"101", "103", "105"}
        assert [len(found.grades) for found in results.read(journal, asked)] == [3, 3]


def test_who_is_forgotten_is_in_no_earlier_table_either(tmp_path):
    """A batch once filled in a table and wrote without names; a later one did not, and knows of both all the same."""
    graded(tmp_path)
    graded(tmp_path, gradebooks=(), anonymous=None)
    assert "4711" in (tmp_path / "out" / "worksheet.csv").read_text("utf-8")
    forget(tmp_path / "out", "4711")
    assert "4711" not in (tmp_path / "out" / "worksheet.csv").read_text("utf-8")
    assert len([*(tmp_path / "nameless").rglob("report-*.html")]) == 2


def test_who_is_forgotten_is_in_no_exercise_of_an_earlier_batch_either(tmp_path):
    """The last one graded one exercise of two: the other one's files, and what was told of both, go as well."""
    files = {name: data for name, data in FILES.items() if not name.startswith("Ann")}
    source = packed(tmp_path / "few.zip", files)
    graded(tmp_path, source=source)
    graded(tmp_path, source=source, exercises=("02_gather",))
    assert any(name.startswith("03_chain/") for name in naming(tmp_path / "out"))
    assert forget(tmp_path / "out", "4711").left == ()
    assert naming(tmp_path / "out") == set()
    assert [*(tmp_path / "nameless").rglob("report-*")] == []


def test_only_programs_of_the_exercise_whose_checks_changed_are_graded_again(tmp_path, monkeypatch):
    """And whose points moved by it is told."""
    bases = {"02_gather": "now", "03_chain": "now"}
    monkeypatch.setattr(grading, "basis", lambda folder, order, python: bases[folder.name])
    assert graded(tmp_path).graded == 4
    with closing(sqlite3.connect(tmp_path / "out" / results.JOURNAL)) as connection, connection:
        changed = "update results set report = replace(cast(report as text), '\"score\": 12.0', '\"score\": 9.0')"
        connection.execute(changed)
    bases["02_gather"] = "changed"
    again = graded(tmp_path)
    moved = [
        (grade.handed.name, grade.handed.exercise, grade.before.score, grade.score)
        for found in again.classes
        for grade in found.grades
        if grade.before
    ]
    assert (again.graded, moved) == (2, [("Ann Lee", "02_gather", 9, 12)])


def test_what_is_written_lies_apart_from_what_is_read(tmp_path):
    """Else it would be what was handed in the next time."""
    asked = Asked(source=str(tmp_path), exercises=("02_gather",))
    with pytest.raises(UsageError, match="would be taken for what was handed in"):
        batch.run(asked, tmp_path / "out", partial(pool.Order), Here, 1, list)


def test_a_platforms_table_that_is_called_as_ours_takes_no_place_of_ours(tmp_path):
    """A grade book is often called `grades.csv`."""
    (tmp_path / "grades.csv").write_text(WORKSHEET, "utf-8")
    found = graded(
        tmp_path, gradebooks=(("", str(tmp_path / "grades.csv")), ("03_chain", str(tmp_path / "grades.csv")))
    )
    assert [place.relative_to(tmp_path).as_posix() for place, _ in found.filled] == [
        "out/filled-grades.csv",
        "out/03_chain/filled-grades.csv",
    ]
    assert (tmp_path / "out" / "grades.csv").read_text("utf-8-sig").startswith("student,")


def test_who_is_forgotten_is_in_no_free_page_of_the_journal(tmp_path):
    """Where nobody else wrote of her: not a byte is left in it, and there were many."""
    files = {name: data for name, data in FILES.items() if not name.startswith("Ann")}
    graded(tmp_path, source=packed(tmp_path / "few.zip", files))
    assert sum((tmp_path / "out" / "journal.sqlite").read_bytes().count(trace) for trace in TRACES) > 5
    assert forget(tmp_path / "out", "4711").left == ()
    assert naming(tmp_path / "out") == naming(tmp_path / "nameless") == set()
    assert not any(b"written by" in data for data in everything(tmp_path / "out").values())


def test_some_are_graded_again_and_who_is_forgotten_stays_so(tmp_path):
    """As long as she is not named: her program is still where it was handed in."""
    graded(tmp_path)
    forget(tmp_path / "out", "4711")
    again = graded(tmp_path, only={"101"}, anew=True)
    assert again.graded == 2
    assert {grade.handed.student for found in again.classes for grade in found.grades} == {"101", "103", "105"}
    assert graded(tmp_path).graded == 2
