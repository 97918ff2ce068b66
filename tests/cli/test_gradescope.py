"""`grade gradescope-zip` makes a zip, or says in a sentence why not."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from grader.batch.gradescope import autograder

from .conftest import ROOT


def names(path):
    """Return the names in a zip."""
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def settings(path):
    """Return what the zip says of the instructor's wishes."""
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(autograder.SETTINGS)) | {"seconds": int(archive.read("seconds"))}


def test_it_makes_a_zip(here, grade):
    """In the current folder, and says of what."""
    said = grade("gradescope-zip", "02", "chain")
    assert (said.code, said.out) == (0, "autograder.zip: an autograder for 02_gather, 03_chain\n")
    assert {"setup.sh", "run_autograder"} <= set(names(here / "autograder.zip"))


def test_what_is_asked_for_is_in_it(here, grade, monkeypatch):
    """The best isolation without a wish; the secret is the instructor's."""
    grade("gradescope-zip", "02")
    assert settings(here / "autograder.zip") == {"require": "sealed", "secret": "", "seconds": 570}
    monkeypatch.setenv("ASYNCGRADE_SECRET", "élan")
    grade("gradescope-zip", "02", "-o", "a.zip", "--require", "limited", "--seconds", "60")
    assert settings(here / "a.zip") == {"require": "limited", "secret": "élan", "seconds": 30}


def test_an_exercise_of_ones_own_is_taken(here, grade):
    """By its folder."""
    grade("new", "31_mine")
    assert grade("gradescope-zip", "exercises/31_mine").code == 0
    assert "course/exercises/31_mine/test_mine.py" in names(here / "autograder.zip")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 4, "EXERCISE is missing"),
        (["99"], 5, "no exercise '99' in the course"),
        (["02", "gather"], 4, "two of the exercises are called 02_gather"),
        (
            ["02", "-o", "nowhere/a.zip"],
            4,
            "nowhere/a.zip cannot be written (No such file or directory): name another file",
        ),
        (["02", "--wheel", "gather.py"], 4, "gather.py is no wheel: File is not a zip file"),
        (["02", "--wheel", "none.whl"], 4, "none.whl"),
        (["02", "--seconds", "5"], 4, "--seconds: 5 is less than 60"),
    ],
)
def test_what_is_wrong_is_said(here, grade, arguments, code, told):
    """In a sentence, and no zip is left."""
    said = grade("gradescope-zip", *arguments)
    assert said.code == code
    assert told in said.err
    assert not (here / "autograder.zip").exists()


def test_the_how_to_tells_what_a_student_reads():
    """What is said where something broke stands in the page."""
    script = (ROOT / "grader" / "batch" / "gradescope" / "run_autograder").read_text("utf-8")
    page = Path(ROOT / "docs" / "how-to" / "gradescope.md").read_text("utf-8")
    said = re.findall(r'\bsay "(.*)\."', script)
    assert len(said) == 5
    assert [words for words in said if f"| {words} |" not in page] == []
