"""What is done with a class that was graded: shown, compared, graded again, and a student of it forgotten."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from grader.batch import results

from ..batch.test_batch import graded


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A class in two exercises, graded."""
    folder = tmp_path_factory.mktemp("class")
    graded(folder)
    return folder


@pytest.fixture
def out(whole, here):
    """The folder of a class, to be changed."""
    shutil.copytree(whole / "out", here / "out")
    return here / "out"


def test_a_student_is_shown_by_a_part_of_the_name(grade, out):
    """In every exercise, and what is not there is said."""
    said = grade("show", "out", "zoe", "--plain")
    assert said.code == 0
    assert [line for line in said.out.splitlines() if line.startswith("Zoe Quist")] == [
        "Zoe Quist (4711), 02_gather",
        "Zoe Quist (4711), 03_chain",
    ]
    assert "sequential-awaits" in said.out
    said = grade("show", "out", "Di Fox", "-e", "02").out
    assert said.splitlines() == ["Di Fox (105), 02_gather", "02_gather: nothing was handed in for it."]


def test_who_is_left_from_an_earlier_archive_is_forgotten_and_not_shown(grade, out):
    """Archives may call students otherwise: what a name means is who handed in now, but what is kept can be removed."""
    with results.reopened(out) as (journal, *_):
        journal.keep(replace(journal.result("02_gather", "4711"), student="zoe"))
    said = grade("show", "out", "zoe", "--plain")
    assert (said.code, "Zoe Quist (4711), 02_gather" in said.out) == (0, True)
    assert grade("forget", "out", "zoe", "--yes").out.startswith("zoe is forgotten")
    assert "Zoe Quist (4711), 02_gather" in grade("show", "out", "zoe", "--plain").out
    with results.reopened(out) as (journal, *_):
        row = next(row for row in journal.handed("02_gather") if row.student == "4711")
        data = row.data.replace(b'"4711"', b'"77"')
        journal.hand_in("04_background", [replace(row, student="77", data=data)])
    said = grade("show", "out", "77")
    assert said.code == 5
    assert "'77' handed in nothing for 02_gather, 03_chain" in said.err


def test_a_student_is_shown_in_any_format(grade, out):
    """One exercise at a time; also into a file, and by a pseudonym."""
    said = grade("show", "out", "4711", "-e", "gather", "--format", "json")
    assert json.loads(said.out)["exercise"] == "02_gather"
    who = next(line for line in (out / "pseudonyms.csv").read_text("utf-8-sig").splitlines() if "Zoe" in line)
    assert grade("show", "out", who.partition(",")[0], "-e", "3", "--format", "html", "-o", "z.html").code == 0
    assert "<html" in Path("z.html").read_text("utf-8")


MISTAKES = {
    ("show", "out", "nobody"): (5, "there is no student 'nobody' in this class"),
    ("show", "out", "e"): (
        4,
        "several students are meant by 'e': name one of Ann Lee (101), Cy Roe (103), Zoe Quist (4711)",
    ),
    ("show", "out", "zoe", "-e", "24"): (5, "'24' was not graded there; there are: 02_gather, 03_chain"),
    ("show", "out", "zoe", "--format", "json"): (4, "there are reports of 02_gather, 03_chain: -e names the one"),
    ("show", "out", "cy", "--format", "json"): (5, "there is no report of 'cy': 02_gather: no Python file was handed"),
    ("show", "other", "zoe"): (5, "other is no folder that `grade batch` wrote: it has no journal.sqlite"),
    ("regrade", "other"): (5, "other is no folder that `grade batch` wrote"),
    ("regrade", "out", "--student", "nobody"): (5, "there is no student 'nobody'"),
    ("compare", "out", "other"): (5, "other is no folder that `grade batch` wrote"),
    ("forget", "out", "nobody", "--yes"): (5, "there is no student 'nobody'"),
    ("forget", "out", "zoe"): (4, "nobody can be asked here: `--yes` removes everything of Zoe Quist (4711)"),
}


@pytest.mark.parametrize("asked", MISTAKES)
def test_what_cannot_be_done_is_told(grade, out, asked):
    """With what there is."""
    code, told = MISTAKES[asked]
    said = grade(*asked)
    assert (said.code, said.out) == (code, "")
    assert told in said.err


def test_a_class_is_graded_again_as_it_was_asked_for(grade, out, whole, monkeypatch):
    """The folder knows what of, and which students are meant."""
    asked = []
    monkeypatch.setattr("grader.cli.classwork.carry_out", lambda *given, **more: asked.append((*given, more)) or 0)
    assert grade("regrade", "out", "--student", "zoe", "--student", "101", "--all", "-j", "1").code == 0
    assert grade("regrade", "out").code == 0
    (found, folder, jobs, more), (again, *_, less) = asked
    assert (found, folder, jobs) == (again, Path("out"), 1)
    assert (found.source, found.exercises) == (str(whole / "class.zip"), ("02_gather", "03_chain"))
    assert (more, less) == ({"only": {"4711", "101"}, "anew": True}, {"only": None, "anew": False})


def test_an_archive_that_is_gone_is_told(grade, out, whole):
    """And what goes on from there."""
    (whole / "class.zip").rename(whole / "moved.zip")
    said = grade("regrade", "out")
    (whole / "moved.zip").rename(whole / "class.zip")
    assert (said.code, f"{whole / 'class.zip'}, which was graded into out, is gone" in said.err) == (5, True)


def test_a_student_is_forgotten_and_two_classes_are_compared(grade, out, here):
    """What is out of reach is named; beside a copy of before it is seen who is gone."""
    shutil.copytree(out, here / "before")
    said = grade("forget", "out", "quist", "--yes")
    assert said.code == 1
    words = " ".join(said.out.split())
    assert "Zoe Quist (4711) is forgotten: 4 rows of the journal" in words
    assert "Left, though it names the student, since others made it or wrote in it: out/" in words
    assert "class.zip. Graded again, it comes back." in words
    said = grade("compare", "before", "out")
    assert said.out.splitlines() == [
        "Zoe Quist (4711), 02_gather: from 4 of 12 to not there",
        "Zoe Quist (4711), 03_chain: from 12 of 12 to not there",
        "2 of 6 moved.",
    ]
    assert grade("compare", "before", "out", "--format", "csv", "-o", "moved.csv").out == "2 of 6 moved.\n"
    assert Path("moved.csv").read_text("utf-8-sig").splitlines()[0] == "student,name,exercise,what,before,after"
    assert grade("compare", "out", "out", "--format", "markdown").out.count("\n") == 2
