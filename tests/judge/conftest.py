"""Small exercises to judge, and a way to judge programs with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.judge import grade, worker
from grader.judge.draw import hash_seed
from grader.model import Report, Submission
from grader.runner import Backend, start

TOML = """
title = "A small exercise"
concept = "Something small."
file = "work.py"
hints = ["What is missing?"]

[[entry_points]]
name = "task"
parameters = ["name", "delay"]

[[entry_points]]
name = "main"
"""

RIGHT = """
import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
"""

IMPORTS = "from grader import any_order, anything, at, before, call, overlap, points, service\nimport pytest\n\n"


@pytest.fixture
def make(tmp_path) -> Callable[..., Path]:
    """Write an exercise `01_small` with these checks, and return its folder."""

    def make(checks: str = "", *, folder: str = "course", toml: str = TOML, **files: str) -> Path:
        exercise = tmp_path / folder / "exercises" / "01_small"
        exercise.mkdir(parents=True, exist_ok=True)
        (exercise / "exercise.toml").write_text(toml, "utf-8")
        (exercise / "work.py").write_text(RIGHT, "utf-8")
        if checks:
            (exercise / "test_work.py").write_text(IMPORTS + checks, "utf-8")
        for name, text in files.items():
            (exercise / f"{name}.py").write_text(text, "utf-8")
        return exercise

    return make


@pytest.fixture
def right() -> str:
    """A program that does what 02_gather asks for."""
    return RIGHT


class Kept:
    """A backend that outlives the sessions that use it."""

    def __init__(self, backend: Backend) -> None:
        self.name = backend.name
        self.confined = backend.confined
        self.version = backend.version
        self.start = backend.start

    def close(self) -> None:
        """Nothing ends here."""


@pytest.fixture(scope="session")
def warm() -> Iterator[Kept]:
    """One process that starts runners, for all tests that judge by small exercises: their hash seed is the same."""
    backend = start(hash_seed=hash_seed(b"", "01_small"))
    yield Kept(backend)
    backend.close()


@pytest.fixture
def quick(warm, monkeypatch) -> None:
    """Let sessions use the process that is warm, unless they ask for a backend by name."""
    fresh = worker.start
    monkeypatch.setattr(worker, "start", lambda name, **options: warm if name is None else fresh(name, **options))


@pytest.fixture
def judge(make, quick) -> Callable[..., SimpleNamespace]:
    """Judge a program by checks: statuses, messages and points, check by check, and the whole report."""

    def judge(checks: str, source: str = RIGHT, **files: str) -> SimpleNamespace:
        return seen(grade(Submission(name="work.py", source=source), make(checks, **files)))

    return judge


def seen(report: Report) -> SimpleNamespace:
    """Return the parts of a report that tests ask for."""
    results = {result.name: result for result in report.results}
    return SimpleNamespace(
        report=report,
        results=results,
        statuses=[result.status for result in report.results],
        messages=[result.message for result in report.results],
        points=[result.points for result in report.results],
        score=report.score,
    )
