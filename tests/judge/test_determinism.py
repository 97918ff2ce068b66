"""Equal submissions get equal reports, whatever else is different.

The whole report is compared, `environment` included.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.exercise import course_root
from grader.judge import grade, grade_all
from grader.model import Submission
from grader.report import render

GATHER = course_root() / "exercises" / "02_gather"

ITERATES_OVER_A_SET = """
import asyncio, random

NAMES = {"Task A", "Task B", "Task C", "Task D", "Task E", "Task F"}


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    print(hash("Task A"), *NAMES)
    done, _ = await asyncio.wait({asyncio.create_task(task(name, 1)) for name in NAMES})
    print(*[task.get_name() for task in done], random.random())
"""

IN_A_ROW = """
import asyncio, random


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 2)
    await task("Task B", 1)
    print(random.random())
"""


def text(source: str, **options) -> str:
    """Return the report as JSON."""
    return render(grade(Submission(name="gather.py", source=source), GATHER, **options), "json")


def by_command(folder: Path, source: str, hash_seed: str) -> str:
    """Let another process grade a file in this folder."""
    folder.mkdir()
    (folder / "gather.py").write_text(source, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "grader", "gather", "--format", "json"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


@pytest.mark.slow
def test_equal_submissions_get_equal_reports(tmp_path):
    """Twice in one process, and in two others with other hash seeds and folders of other names."""
    source = ITERATES_OVER_A_SET
    one = text(source)
    assert text(source) == one
    assert by_command(tmp_path / "ann", source, "1") == one
    assert by_command(tmp_path / "bob b. (2)", source, "77") == one
    assert len(json.loads(one)["results"]) == 7


def test_the_order_of_a_set_would_differ_with_another_hash_seed():
    """The control: another secret is another hash seed of the runs, and the program prints something else."""
    one, other = (json.loads(text(ITERATES_OVER_A_SET, secret=secret)) for secret in (b"", b"instructor"))
    assert one["timelines"][0]["actual_lines"] != other["timelines"][0]["actual_lines"]


def test_what_came_before_in_a_session_does_not_count():
    """In a warm session a submission gets the report that it gets in a fresh one."""
    sources = [IN_A_ROW, ITERATES_OVER_A_SET, IN_A_ROW, "def (", IN_A_ROW]
    reports = grade_all([Submission(name="gather.py", source=source) for source in sources], GATHER)
    assert reports[0] == reports[2] == reports[4]
    assert reports[1] == grade(Submission(name="gather.py", source=ITERATES_OVER_A_SET), GATHER)


def test_a_secret_changes_what_is_drawn_and_not_the_verdict():
    """The seed in the report is another one; so are the values of checks that draw some."""
    one, other = (json.loads(text(IN_A_ROW, secret=secret)) for secret in (b"", b"instructor"))
    assert one["environment"]["seed"] != other["environment"]["seed"]
    assert [result["status"] for result in one["results"]] == [result["status"] for result in other["results"]]
    assert one["score"] == other["score"]
