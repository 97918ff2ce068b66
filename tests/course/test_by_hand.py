"""Reference solutions are run as a learner runs a file: `python slug.py`, in real time, without the grader.

The README promises lines and times; the virtual clock must give these, and so must the machine's. Real time begins when
Python starts, and a machine may be busy: what counts is that no line comes nearer to another promised time than to its
own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.exercise import course_root, load_course, load_exercise, read_submission
from grader.judge.examination import Examination, Material
from grader.model import NANOSECONDS, Printed
from grader.runner import Backend, start

ROOT = course_root()
FOLDERS = sorted(path for path in (ROOT / "exercises").iterdir() if (path / "exercise.toml").is_file())

Lines = list[tuple[float, str]]
"""Seconds, and a line."""

pytestmark = pytest.mark.by_hand


class Row(NamedTuple):
    """A row of a README's table: lines that come in one stretch of time."""

    first: float
    last: float
    lines: list[str]
    is_example: bool
    """Whether other digits may stand in the lines."""


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    found = start("fork", welcome=load_course(ROOT).packages)
    yield found
    found.close()


def promised(readme: str) -> list[Row]:
    """Read the table of a README: `1 s`, `by 3 s` or `1 s to 3 s`, and lines in backticks."""
    rows = re.findall(r"^\| (?:by |(\S+) s to )?(\S+) s \| (.+) \|$", readme, re.MULTILINE)
    return [
        Row(
            float(first or (0 if f"| by {last} s | {cell} |" in readme else last)),
            float(last),
            re.findall(r"`([^`]+)`", cell),
            "such as" in cell,
        )
        for first, last, cell in rows
    ]


def virtual(folder: Path, backend: Backend) -> Lines:
    """Run `main` of the solution on the virtual clock."""
    exercise = load_exercise(folder)
    submission = read_submission(ROOT / "solutions" / folder.name / exercise.file)
    finished = Examination(submission, Material.read(exercise, folder), backend).main()
    events = [event for event in finished.trace.events if isinstance(event, Printed) and event.stream == "stdout"]
    return [(event.time / NANOSECONDS, event.text) for event in events]


def by_hand(folder: Path, place: Path) -> Lines:
    """Run the solution's file beside the code that was given, and note when each line comes."""
    file = load_exercise(folder).file
    shutil.copy(ROOT / "solutions" / folder.name / file, place)
    for given in folder.glob("given.py"):
        shutil.copy(given, place)
    for data in folder.glob("data"):
        shutil.copytree(data, place / "data")
    command = [sys.executable, "-u", "-W", "error", file]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        found = [(time.monotonic(), line.rstrip()) for line in process.stdout]
        told = process.stderr.read()
    assert (process.returncode, told) == (0, "")
    return found


def shape(line: str, *, is_example: bool) -> str:
    """Return a line; of an example without its digits."""
    return re.sub(r"\d", "N", line) if is_example else line


def moments(lines: Lines) -> list[tuple[float, list[str]]]:
    """Group lines by their times; those of one time may come in any order."""
    return [(at, sorted(text for _, text in group)) for at, group in groupby(lines, key=lambda line: line[0])]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_solution_does_on_the_virtual_clock_what_its_readme_promises(folder, backend):
    """These lines, in this order, at these times, and no others."""
    left = virtual(folder, backend)
    rows = promised((folder / "README.md").read_text("utf-8"))
    assert rows
    for row in rows:
        found, left = left[: len(row.lines)], left[len(row.lines) :]
        due = sorted(shape(line, is_example=row.is_example) for line in row.lines)
        assert sorted(shape(line, is_example=row.is_example) for _, line in found) == due
        assert all(row.first - 0.001 <= at <= row.last + 0.001 for at, _ in found)
    assert left == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_solution_does_by_hand_what_it_does_on_the_virtual_clock(folder, backend, tmp_path):
    """The same lines in the same order; a time that the machine gives is nearest to that of the virtual clock."""
    due = virtual(folder, backend)
    found = by_hand(folder, tmp_path)
    placed = [(at, text) for (at, _), (_, text) in zip(due, found, strict=True)]
    assert moments(placed) == moments(due)
    delays = [came - at for (at, _), (came, _) in zip(due, found, strict=True)]
    times = sorted({at for at, _ in due})
    step = min((later - earlier for earlier, later in pairwise(times)), default=1)
    assert max(delays) - min(delays) < step / 2
