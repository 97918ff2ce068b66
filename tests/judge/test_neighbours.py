"""What lies beside a submission changes nothing: not a byte of the report, and none of it is run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.exercise import course_root

ROOT = course_root()
WRONG = ROOT / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"
GRADE = Path(sys.executable).with_name("grade")

RUN = "import pathlib\npathlib.Path(__file__).with_name('was_run').open('a').write(__file__ + '\\n')\n"
"""What each of the neighbours does when it is imported or run."""

NEIGHBOURS = {
    **dict.fromkeys(
        (
            "conftest.py",
            "statistics.py",
            "asyncio.py",
            "json.py",
            "pytest.py",
            "msgspec.py",
            "click.py",
            "given.py",
            "scenario.py",
            "sitecustomize.py",
            "usercustomize.py",
            "pytest_asyncio.py",
            "__init__.py",
            "setup.py",
        ),
        RUN,
    ),
    "test_gather.py": RUN + "def test_everything():\n    assert True\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only\npython_files = nothing.py\n",
    "tox.ini": "[pytest]\naddopts = --collect-only\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--nonsense'\n",
    "exercise.toml": 'title = "Mine"\nconcept = "c"\nfile = "gather.py"\nentry_points = []\n',
    "course.toml": 'title = "Mine"\nversion = "1"\nexercises = ["02_gather"]\n',
    ".env": "PYTEST_ADDOPTS=--collect-only\n",
}


def command(folder: Path, *arguments: object, program=(sys.executable, "-P", "-m", "grader")) -> dict[str, object]:
    """Run the command in a folder; return its report."""
    done = subprocess.run(
        [*program, *map(str, arguments), "--format", "json"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> dict[str, object]:
    """The report on the submission by itself."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copy(WRONG, folder / "gather.py")
    return command(folder, "gather.py", "--exercise", "02_gather")


@pytest.fixture
def crowded(tmp_path) -> Path:
    """A folder with the submission and all of its neighbours, as a git repository has them."""
    shutil.copy(WRONG, tmp_path / "gather.py")
    for name, text in NEIGHBOURS.items():
        (tmp_path / name).write_text(text, "utf-8")
    for name in ("exercises", "solutions", "02_gather"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "conftest.py").write_text(RUN, "utf-8")
    return tmp_path


def assert_nothing_ran(folder: Path) -> None:
    """Nothing that lies there was imported, and nothing was compiled."""
    left = [path for path in folder.rglob("*") if path.name in ("was_run", "__pycache__")]
    assert [path.read_text("utf-8") if path.is_file() else path for path in left] == []


def test_neighbours_change_nothing(alone, crowded, tmp_path_factory):
    """The whole report is equal, named by its path from elsewhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert command(elsewhere, crowded / "gather.py", "--exercise", "02_gather") == alone
    assert_nothing_ran(crowded)


@pytest.mark.parametrize("arguments", [["gather.py", "--exercise", "02_gather"], ["gather"]])
def test_neighbours_change_nothing_from_inside_the_folder(alone, crowded, arguments):
    """However the exercise is named."""
    assert command(crowded, *arguments) == alone
    assert_nothing_ran(crowded)


@pytest.mark.skipif(not GRADE.exists(), reason="the command is not installed beside this Python")
def test_the_installed_command_looks_at_none_of_them(alone, crowded):
    """`grade` as learners call it, without any switch of Python's."""
    assert command(crowded, "gather", program=(GRADE,)) == alone
    assert_nothing_ran(crowded)


def test_a_neighbour_would_be_run_were_the_folder_on_the_path(crowded):
    """The control: Python itself does look there, unless it is told not to."""
    subprocess.run([sys.executable, "-c", "import statistics"], cwd=crowded, check=True, capture_output=True)
    assert (crowded / "was_run").read_text("utf-8").splitlines() == [str(crowded / "statistics.py")]
