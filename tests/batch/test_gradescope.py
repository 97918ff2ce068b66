"""The zip for Gradescope is laid out and run as Gradescope does it, and leaves a results.json whatever breaks."""

import io
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from grader import __version__
from grader.batch.gradescope import autograder, metadata
from grader.batch.gradescope.bundle import packed
from grader.errors import ExerciseError, IsolationError, NotFoundError, UsageError
from grader.exercise import course_root, load_course, load_exercise

ROOT = course_root()
GATHER, CHAIN, FETCH = (ROOT / "exercises" / slug for slug in ("02_gather", "03_chain", "24_fetch_pages"))
SCHEMA = json.loads((Path(__file__).parents[1] / "report" / "schemas" / "gradescope.json").read_text("utf-8"))
RIGHT = ROOT / "solutions" / "02_gather" / "gather.py"
WRONG = RIGHT.parent / "rejected" / "two_awaits_in_a_row.py"


def content(data):
    """Return what is in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def zipped():
    """The zip of two exercises, that takes what isolation there is."""
    return packed([GATHER, CHAIN])


# --- what is in it ---


def test_it_has_the_two_scripts_at_its_root(zipped):
    """Both can be run, on whatever system the zip was made."""
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        modes = {name: archive.getinfo(name).external_attr >> 16 for name in ("setup.sh", "run_autograder")}
    assert modes == dict.fromkeys(modes, stat.S_IFREG | 0o755)


def test_it_has_the_exercises_and_nothing_that_is_wrong(zipped):
    """Checks, data, and the reference solution that runs are compared with; no rejected program."""
    names = set(content(zipped))
    assert {"course/exercises/02_gather/test_gather.py", "course/solutions/03_chain/chain.py"} <= names
    assert not [name for name in names if "rejected" in name or "__pycache__" in name]


def test_equal_exercises_are_equal_bytes(zipped, tmp_path):
    """Whatever the times and modes of the files, and with what was left there by running them."""
    for folder in ("exercises", "solutions"):
        for slug in ("02_gather", "03_chain"):
            shutil.copytree(ROOT / folder / slug, tmp_path / folder / slug, copy_function=shutil.copyfile)
    (tmp_path / "exercises" / "02_gather" / "__pycache__").mkdir(exist_ok=True)
    (tmp_path / "exercises" / "02_gather" / "__pycache__" / "x.pyc").touch()
    (tmp_path / "exercises" / "02_gather" / ".grade").mkdir(exist_ok=True)
    (tmp_path / "exercises" / "02_gather" / ".grade" / "last.html").touch()
    assert packed([tmp_path / "exercises" / slug for slug in ("02_gather", "03_chain")]) == zipped
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert {(entry.date_time, entry.compress_type) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_its_course_is_one(zipped, tmp_path):
    """In the order that was asked for."""
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        archive.extractall(tmp_path)
    assert load_course(tmp_path / "course").exercises == ("02_gather", "03_chain")
    assert load_exercise(tmp_path / "course" / "exercises" / "03_chain") == load_exercise(CHAIN)


def test_it_installs_this_version_and_what_exercises_need(zipped):
    """From the index."""
    assert content(zipped)["requirements.txt"].decode() == f"asyncgrade=={__version__}\n"
    needed = load_exercise(FETCH).packages
    assert content(packed([FETCH]))["requirements.txt"].decode().splitlines()[1:] == sorted(needed)


ADDED = """\"\"\"Checks of an instructor's.\"\"\"

from grader import points


@points(4)
async def test_mine(submission):
    \"\"\"A secret requirement\"\"\"
    assert (await submission.run("main")).duration == 77
"""


def test_checks_that_are_added_are_graded_and_not_shown(tmp_path):
    """Those for the exercise; what a student gets tells that there is one, and not which."""
    private, source, submission = (tmp_path / name for name in ("private", "source", "submission"))
    for slug in ("02_gather", "05_gather_results"):
        (private / slug).mkdir(parents=True)
        (private / slug / "test_more.py").write_text(ADDED, "utf-8")
    (private / "grading.toml").write_text('[checks.test_main_calls_task]\nvisibility = "hidden"\n', "utf-8")
    data = packed([GATHER, CHAIN], checks=private)
    assert [name for name in content(data) if name.startswith("checks/")] == ["checks/02_gather/test_more.py"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(source)
    submission.mkdir()
    shutil.copy(RIGHT, submission)
    text = autograder.graded(source, submission)
    results = json.loads(text)
    assert (results["score"], results["max_score"], "secret" in text) == (8, 16, False)
    hidden = [test for test in results["tests"] if "which is not shown" in test["name"]]
    assert [test["status"] for test in hidden] == ["passed", "failed"]


METADATA = {
    "created_at": "2026-11-22T08:00:00.000000-08:00",
    "assignment": {"due_date": "2026-11-20T23:00:00.000000-08:00", "title": "Exercise 1"},
    "users": [{"name": "Ann Lee", "assignment": {"due_date": "2026-11-21T23:30:00.000000-07:00"}}],
}


def test_what_coming_late_costs_counts_from_the_due_date(tmp_path):
    """That which Gradescope has for the student, an extension with it; the score says why it is less."""
    (tmp_path / "grading.toml").write_text("[late]\noff = 0.25\n", "utf-8")
    with zipfile.ZipFile(io.BytesIO(packed([GATHER], grading=tmp_path / "grading.toml"))) as archive:
        archive.extractall(tmp_path / "source")
    (tmp_path / "submission").mkdir()
    shutil.copy(RIGHT, tmp_path / "submission")
    (tmp_path / "submission_metadata.json").write_text(json.dumps(METADATA), "utf-8")
    results = json.loads(autograder.graded(tmp_path / "source", tmp_path / "submission"))
    assert results["score"] == 0.75 * results["max_score"]
    assert "It came 1 day late" in results["output"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps(METADATA), (datetime(2026, 11, 22, 8), datetime(2026, 11, 21, 22, 30))),
        (json.dumps(METADATA | {"users": []}), (datetime(2026, 11, 22, 8), datetime(2026, 11, 20, 23))),
        ('{"created_at": "2026-11-22T08:00:00Z", "assignment": {"due_date": null}}', (datetime(2026, 11, 22, 8), None)),
        ("{}", (None, None)),
        (None, (None, None)),
    ],
)
def test_times_are_those_of_the_course(tmp_path, text, expected):
    """As its clock shows them; what is not told is not known."""
    if text is not None:
        (tmp_path / metadata.FILE).write_text(text, "utf-8")
    assert metadata.moments(tmp_path / metadata.FILE) == expected


def test_a_wrong_decision_is_told_before_it_is_uploaded(tmp_path):
    """So is a folder that is not there."""
    (tmp_path / "grading.toml").write_text("[added]\ndetail = 'most'\n", "utf-8")
    with pytest.raises(ExerciseError, match=r"grading\.toml: .*most"):
        packed([GATHER], grading=tmp_path / "grading.toml")
    with pytest.raises(NotFoundError, match="no folder"):
        packed([GATHER], checks=tmp_path / "none")


def test_one_file_decides(tmp_path):
    """Exercises of two courses may each have one beside them: which one holds is to be said."""
    folders = [tmp_path / root / "exercises" / folder.name for root, folder in (("a", GATHER), ("b", CHAIN))]
    for folder, exercise in zip(folders, (GATHER, CHAIN), strict=True):
        shutil.copytree(exercise, folder)
        shutil.copy(ROOT / "exercises" / "course.toml", folder.parent)
        (folder.parent / "grading.toml").touch()
    with pytest.raises(UsageError, match=r"a/exercises/grading\.toml and .* decide: name one of them with --grading"):
        packed(folders)
    given = folders[0].parent / "grading.toml"
    assert "course/exercises/grading.toml" in content(packed(folders, grading=given))


def wheel(folder, name="asyncgrade", version=__version__):
    """Make a wheel that has a name and a version."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n"
        )
    return path


def test_a_wheel_comes_along(tmp_path):
    """It is installed in place of what the index has."""
    made = wheel(tmp_path)
    found = content(packed([GATHER], wheel=made))
    assert found["requirements.txt"].decode() == f"./{made.name}\n"
    assert found[made.name] == made.read_bytes()


def test_another_wheel_is_refused(tmp_path):
    """With what it is."""
    (tmp_path / "x.whl").write_text("no zip")
    with pytest.raises(UsageError, match=r"x\.whl is no wheel: "):
        packed([GATHER], wheel=tmp_path / "x.whl")
    with pytest.raises(UsageError, match=rf"is a wheel of other 9, and this is asyncgrade {__version__}"):
        packed([GATHER], wheel=wheel(tmp_path, "other", "9"))


def test_exercises_that_cannot_be_told_apart_are_refused():
    """Files say which exercise is meant."""
    with pytest.raises(UsageError, match="two of the exercises are called 02_gather"):
        packed([GATHER, GATHER])


# --- in the container ---

LINK = '#!/bin/sh\nexec {python} "$@"\n'
PYTHON = LINK.format(python=sys.executable)


class Container:
    """A folder as Gradescope has it at /autograder, with the zip unpacked in it."""

    def __init__(self, root, data, *, python=PYTHON):
        self.root = root
        for name in ("source", "submission"):
            (root / name).mkdir(parents=True)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(root / "source")
        shutil.copy(root / "source" / "run_autograder", root / "run_autograder")
        if python:
            self.executable = root / "asyncgrade" / "bin" / "python"
            self.executable.parent.mkdir(parents=True)
            self.executable.write_text(python)
            self.executable.chmod(0o755)

    def run(self, **files):
        """Run it on files as a student hands them in, and return its results."""
        for name, text in files.items():
            (self.root / "submission" / name).write_text(text, "utf-8")
        self.done = subprocess.run(
            ["bash", self.root / "run_autograder"], cwd="/", env=os.environ | {"CI": ""}, capture_output=True, text=True
        )
        results = json.loads((self.root / "results" / "results.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(SCHEMA).validate(results)
        return results


@pytest.fixture
def container(tmp_path, zipped):
    """One with two exercises."""
    return Container(tmp_path, zipped)


def test_a_right_program_gets_its_points(container):
    """Also beside other files, which are named; and the exit status of the script is 0."""
    results = container.run(**{"gather.py": RIGHT.read_text("utf-8"), "notes.py": "x = 1\n"})
    assert results["score"] == results["max_score"] > 0
    assert results["output"].splitlines()[-1] == "notes.py was not graded"
    assert (container.done.returncode, results["extra_data"]["exercise"]) == (0, "02_gather")
    assert sorted(path.name for path in (container.root / "results").iterdir()) == ["results.json"]


@pytest.fixture(scope="module")
def source(tmp_path_factory, zipped):
    """The zip, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        archive.extractall(folder)
    return folder


def results_of(source, folder, files):
    """Return what is written for files."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    results = json.loads(autograder.graded(source, folder))
    jsonschema.Draft202012Validator(SCHEMA).validate(results)
    return results


def test_a_wrong_one_is_told_why(source, tmp_path):
    """With the cause at its line, and the points that it has."""
    results = results_of(source, tmp_path, {"gather (1).py": WRONG.read_text("utf-8")})
    assert 0 < results["score"] < results["max_score"]
    assert "started after `task('Task A', 2)` had ended: 3 s in all" in results["output"]


def test_the_file_says_which_exercise_it_is(source, tmp_path):
    """The second one of the zip, from a notebook."""
    cell = {"cell_type": "code", "source": (ROOT / "solutions" / "03_chain" / "chain.py").read_text("utf-8")}
    results = results_of(source, tmp_path, {"chain.ipynb": json.dumps({"cells": [cell]})})
    assert (results["score"], results["extra_data"]["exercise"]) == (results["max_score"], "03_chain")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no file was handed in"),
        ({"readme.txt": ""}, "no Python file was handed in"),
        ({"gather.py": "\0"}, "gather.py has a zero byte (at offset 0), and is no text: save it as text in UTF-8"),
        (
            {"gather.py": "", "chain.py": ""},
            (
                "one exercise is graded at a time, and this has files for 2: "
                "gather.py for 02_gather, chain.py for 03_chain. Hand in one of them."
            ),
        ),
    ],
)
def test_what_a_student_can_mend_is_said(source, tmp_path, files, told):
    """In words, with no points."""
    results = results_of(source, tmp_path, files)
    assert (results["score"], results["output"]) == (0, f"Not graded: {told}")


def test_no_submission_at_all_is_said(source, tmp_path):
    """There may not even be a folder."""
    told = json.loads(autograder.graded(source, tmp_path / "submission"))
    assert (told["score"], told["output"]) == (0, "Not graded: no file was handed in")


def test_isolation_that_is_not_to_be_had_is_no_grade(source, tmp_path, monkeypatch, capsys):
    """What is required is in the zip; without it nothing is written, and the exit status says so."""

    def grade(*_, require, **more):
        raise IsolationError(f"the isolation {require} is not to be had")

    monkeypatch.setattr(autograder, "grade", grade)
    shutil.copytree(source, tmp_path / "source")
    (tmp_path / "source" / autograder.SETTINGS).write_bytes(
        content(packed([GATHER], require="fenced"))[autograder.SETTINGS]
    )
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "gather.py").touch()
    assert autograder.main(tmp_path) == IsolationError.exit_code
    assert capsys.readouterr().err == "grade: the isolation fenced is not to be had\n"
    assert not (tmp_path / "results").exists()


BROKEN = {
    "setup failed": ("", "the autograder was not set up; the log of setup.sh says why."),
    "it crashed": ("#!/bin/sh\nexit 7\n", "the autograder broke; its output says where."),
    "it was killed": ("#!/bin/sh\nkill -9 $$\n", "the autograder was killed: its time or its memory was up."),
    "the time was up": ("#!/bin/sh\nexec sleep 60\n", "the time was up."),
    "it cannot be run": ("#!/no/such/file\n", "the autograder broke; its output says where."),
}
"""What breaks -> (the Python that is there, what is said)."""


@pytest.mark.parametrize("what", BROKEN)
def test_whatever_breaks_there_are_results(tmp_path, zipped, what):
    """With no points, and not the program's fault."""
    python, told = BROKEN[what]
    broken = Container(tmp_path, zipped, python=python)
    (tmp_path / "source" / "seconds").write_text("1\n")
    results = broken.run(**{"gather.py": RIGHT.read_text("utf-8")})
    assert results["output"].startswith(f"Not graded: {told} The program is not to blame")
    assert results["score"] == 0


def test_there_are_results_before_it_is_done(tmp_path, zipped):
    """So there are, too, where the whole container is ended: what stands at the beginning says so."""
    early = Container(tmp_path, zipped, python=f"#!/bin/sh\ncp {tmp_path}/results/results.json {tmp_path}/early.json\n")
    early.run()
    assert "was ended before it was done" in json.loads((tmp_path / "early.json").read_text("utf-8"))["output"]


STAND_IN = """#!/bin/sh
name=$(basename "$0")
echo "$name $*" >>"$LOG"
case "$name $*" in
*version_info*) test "$name" = "$SUITABLE" ;;
*" -m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
*"install -y python3.12 "*) exit 1 ;;
*"install -y python3.11 "*) cp "$0" "$(dirname "$0")/python3.11" ;;
esac
"""
"""In place of Python, pip and apt-get: notes what it is asked for, and does of it what is seen in the file system."""


@pytest.mark.parametrize(
    ("there", "suitable", "installed"),
    [
        (["python3"], "python3", False),
        (["python3", "python3.12"], "python3.12", False),
        (["python3"], "python3.11", True),
    ],
)
def test_it_is_set_up_with_a_python_that_is_new_enough(tmp_path, zipped, there, suitable, installed):
    """One that is there, or else Ubuntu's; what the requirements name goes into an environment of its own."""
    folder, log = tmp_path / "bin", tmp_path / "log"
    folder.mkdir()
    for name in ("apt-get", *there):
        (folder / name).write_text(STAND_IN)
        (folder / name).chmod(0o755)
    for name in ("basename", "cp", "dirname", "mkdir"):
        (folder / name).symlink_to(shutil.which(name))
    root = Container(tmp_path / "autograder", zipped, python="").root
    environment = {"PATH": str(folder), "LOG": str(log), "SUITABLE": suitable}
    subprocess.run([shutil.which("bash"), root / "source" / "setup.sh"], env=environment, check=True)
    done = [line for line in log.read_text("utf-8").splitlines() if "version_info" not in line]
    assert any(line.startswith("apt-get ") for line in done) == installed
    assert done[-3] == f"{suitable} -m venv ../asyncgrade"
    assert done[-2].startswith("python -m pip install ")
    assert done[-2].endswith(" -r requirements.txt")
    assert (root / "asyncgrade" / "bin" / "python").is_file()
