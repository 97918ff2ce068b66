"""The command as a user calls it: real programs, real runs, in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.exercise import course_root

ROOT = course_root()
RIGHT = ROOT / "solutions" / "02_gather" / "gather.py"
STUB = ROOT / "exercises" / "02_gather" / "gather.py"
WRONG = """
import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 2)
    await task("Task B", 1)
"""


def grade(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
    )


def submission(folder: Path, source: str) -> Path:
    """Write a submission for 02_gather."""
    (folder / "gather.py").write_text(source, "utf-8")
    return folder


def test_a_right_program_passes(tmp_path):
    """The reference solution gets every point, and exit code 0."""
    done = grade(submission(tmp_path, RIGHT.read_text("utf-8")), "gather", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["score"], report["diagnostics"]) == (0, report["max_score"], [])


def test_a_wrong_program_is_told_why(tmp_path):
    """The report names the mistake, its line, and the page that explains it; exit code 1."""
    done = grade(submission(tmp_path, WRONG), "gather")
    assert done.returncode == 1
    assert "sequential-awaits" in done.stdout
    assert 'await task("Task B", 1)' in done.stdout
    assert done.stdout.splitlines()[-1] == f"Report: {Path('.grade', 'last.html')}"
    assert done.stderr == ""


def test_a_wrong_program_gets_at_most_half(tmp_path):
    """A fault that the exercise tells apart costs half the points at least."""
    report = json.loads(grade(submission(tmp_path, WRONG), "gather", "--format", "json").stdout)
    assert 0 < report["score"] <= report["max_score"] / 2


def test_the_stub_earns_nothing(tmp_path):
    """A file that was left as it was gets no point."""
    done = grade(submission(tmp_path, STUB.read_text("utf-8")), "gather", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["score"]) == (1, 0)


@pytest.mark.parametrize("source", ["def", "import nothing_of_that_name", "raise SystemExit(0)", "while True: pass"])
def test_a_program_that_cannot_be_loaded_is_failed_not_blamed_on_the_grader(tmp_path, source):
    """A syntax error, a failing import, an exit and an endless loop at the top are the program's: exit code 1."""
    done = grade(submission(tmp_path, source), "gather", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["score"]) == (1, 0)
    assert "Traceback" not in done.stderr


def test_the_same_submission_gives_the_same_bytes(tmp_path):
    """Two runs of the command give equal reports, whatever hash seed the grader itself runs with."""
    submission(tmp_path, WRONG)
    one = grade(tmp_path, "gather", "--format", "html", PYTHONHASHSEED="1").stdout
    other = grade(tmp_path, "gather", "--format", "html", PYTHONHASHSEED="2").stdout
    assert one == other


def test_both_backends_give_the_same_report(tmp_path):
    """Reports of forked and of spawned runs differ in what they say of their environment only."""
    submission(tmp_path, WRONG)
    reports = [
        json.loads(grade(tmp_path, "gather", "--format", "json", "--backend", name).stdout)
        for name in ("fork", "spawn")
    ]
    assert [report.pop("environment")["backend"] for report in reports] == ["fork", "spawn"]
    assert reports[0] == reports[1]


def test_a_files_neighbours_are_not_run(tmp_path):
    """Checks, settings of pytest, and modules called like those that the grader imports are left alone."""
    checks = ("test_gather.py", "conftest.py", "scenario.py", "sitecustomize.py")
    library = ("typing.py", "asyncio.py", "json.py", "statistics.py", "click.py", "msgspec.py", "pytest.py")
    for name in (*checks, *library):
        (tmp_path / name).write_text("open('was_run', 'w')\n", "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n", "utf-8")
    done = grade(submission(tmp_path, WRONG), "gather", PYTEST_ADDOPTS="--collect-only")
    assert done.returncode == 1
    assert not (tmp_path / "was_run").exists()


def test_output_of_an_ascii_terminal_is_ascii(tmp_path):
    """A stream that cannot carry the signs gets a report all the same."""
    done = grade(submission(tmp_path, WRONG), "gather", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stdout.isascii()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_ctrl_c_leaves_nothing_behind(tmp_path):
    """Interrupted while a program runs, the command ends with 2, without a traceback, and so does all it started.

    The program says that it runs by opening a pipe, which a confined one could not; the processes say that they are
    gone by letting go of the terminal that is their standard error.
    """
    os.mkfifo(tmp_path / "runs")
    submission(tmp_path, f"open({str(tmp_path / 'runs')!r}, 'w')\nwhile True:\n    pass\n")
    ours, theirs = os.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "grader", "gather", "--unsafe-no-sandbox"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    (tmp_path / "runs").open().close()
    os.killpg(running.pid, signal.SIGINT)
    out, _ = running.communicate()
    said = _rest(ours)
    assert (running.returncode, out) == (2, b"")
    assert said.startswith("Grading 02_gather …".encode())
    assert said.rstrip().endswith(b"grade: interrupted")
    assert b"Traceback" not in said


def _rest(terminal: int) -> bytes:
    """Read a terminal until nobody has its other end any more: then every process that was started is gone."""
    said = b""
    try:
        while data := os.read(terminal, 1024):
            said += data
    except OSError:
        pass
    os.close(terminal)
    return said


def test_a_package_that_is_missing_is_told_with_the_one_command_that_installs_it(tmp_path):
    """Before anything is graded, and as wrong usage: the program is not to blame."""
    assert grade(tmp_path, "new", "15_tea").returncode == 0
    toml = tmp_path / "exercises" / "15_tea" / "exercise.toml"
    toml.write_text('packages = ["msgspec", "not-installed-anywhere"]\n' + toml.read_text("utf-8"), "utf-8")
    done = grade(tmp_path, "exercises/15_tea")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "grade: this exercise needs not-installed-anywhere, not installed in the Python that grades: "
        f"{sys.executable} -m pip install not-installed-anywhere\n"
    )
