"""Mutants of a solution are graded: what no check finds is told, unless it is listed as equivalent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.mutation import Fate, mutate
from grader.errors import ExerciseError

TOML = """
title = "Wait a second"
concept = "A coroutine waits."
file = "work.py"

[[entry_points]]
name = "main"
"""

SOLUTION = """
import asyncio


async def main():
    await asyncio.sleep(1)
    print("go")
"""

PRINTS = '''
from grader import at, points


@points(1)
async def test_prints(submission):
    """The program prints a line"""
    run = await submission.run("main")

    assert run.output.texts == ["go"]
'''

WAITS = '''

@points(1, depends=test_prints)
async def test_waits(submission):
    """It waits a second first"""
    run = await submission.run("main")

    assert run.output == [at(1, "go")]


@points(0, depends=test_prints, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop"""
    run = await submission.run("main")

    assert run.blocking == []
'''

LISTED = """
[[equivalent]]
operator = "other-number"
function = "main"
before = "await asyncio.sleep(1)"
after = '''
{after}
'''
reason = "The exercise does not say how long."
"""


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Write an exercise and its solution; return its folder."""

    def write(checks: str, solution: str | None = SOLUTION, equivalent: str = "") -> Path:
        exercise, solutions = tmp_path / "exercises" / "01_wait", tmp_path / "solutions" / "01_wait"
        files = {
            exercise / "exercise.toml": TOML,
            exercise / "test_work.py": checks,
            solutions / "work.py": solution,
            solutions / "equivalent.toml": equivalent,
        }
        for path, text in files.items():
            if text is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return exercise

    return write


def brief(fates: tuple[Fate, ...]) -> list[tuple[str, str]]:
    """Return what was done, and what became of the line."""
    return [(fate.mutant.operator, fate.mutant.after) for fate in fates]


def test_mistakes_that_a_check_finds(write):
    """Each one is killed by the checks that fail for it."""
    told: list[tuple[int, int]] = []
    found = mutate(write(PRINTS + WAITS), on_progress=lambda done, of: told.append((done, of)))
    assert found.holds
    assert found.checks == ("test_prints", "test_waits", "test_never_blocks")
    assert told == [(done, len(found.fates)) for done in range(1, len(found.fates) + 1)]
    fates = {(fate.mutant.operator, fate.mutant.after): fate for fate in found.fates}
    assert fates["block", "time.sleep(1)"].killed_by == ("test_never_blocks",)
    assert fates["other-text", 'print("_go")'].killed_by == ("test_prints",)
    assert fates["other-number", "await asyncio.sleep(2)"].killed_by == ("test_waits",)


def test_mistakes_that_no_check_finds(write):
    """They are holes in the checks."""
    found = mutate(write(PRINTS))
    assert not found.holds
    assert brief(found.holes) == [
        ("drop-await", "asyncio.sleep(1)"),
        ("block", "time.sleep(1)"),
        ("drop-statement", "pass"),
        ("do-earlier", 'print("go")\nawait asyncio.sleep(1)'),
        ("other-number", "await asyncio.sleep(2)"),
        ("other-number", "await asyncio.sleep(0)"),
    ]


def test_a_survivor_that_is_listed_is_equivalent(write):
    """With its reason; lines are compared without the newlines round them."""
    found = mutate(write(PRINTS, equivalent=LISTED.format(after="await asyncio.sleep(2)")))
    assert brief(found.equivalent) == [("other-number", "await asyncio.sleep(2)")]
    assert found.equivalent[0].reason == "The exercise does not say how long."
    assert ("other-number", "await asyncio.sleep(2)") not in brief(found.holes)
    assert found.stale == ()


def test_a_listed_one_that_does_not_survive_is_told(write):
    """With the checks that fail for it."""
    found = mutate(write(PRINTS + WAITS, equivalent=LISTED.format(after="await asyncio.sleep(2)")))
    assert not found.holds
    assert [problem for _, problem in found.stale] == ["is not equivalent: test_waits failed for it"]


def test_a_listed_one_that_is_not_made_is_told(write):
    """The solution was changed, or it was never one."""
    found = mutate(write(PRINTS + WAITS, equivalent=LISTED.format(after="await asyncio.sleep(7)")))
    assert not found.holds
    assert [problem for _, problem in found.stale] == ["no such mutant is made of the solution any more"]


def test_an_entry_holds_for_every_place_that_looks_the_same(write):
    """The wait at the end may be left out, and the one before it not: the lines do not tell which of them is listed."""
    entry = LISTED.format(after="pass").replace("other-number", "drop-statement")
    found = mutate(write(PRINTS + WAITS, solution=SOLUTION + "    await asyncio.sleep(1)\n", equivalent=entry))
    assert ("drop-statement", "pass") in brief(found.equivalent)
    assert found.stale == ()


def test_a_check_that_goes_wrong_over_a_mutant_is_told(write):
    """It neither finds the mistake nor lets it pass."""
    fragile = PRINTS + '    assert {"go": "what was due"}[run.output.texts.lines[0]]\n'
    found = mutate(write(fragile.replace('== ["go"]', "!= []") + WAITS))
    assert not found.holds
    assert brief(found.broken) == [("other-text", 'print("_go")')]
    assert all(fate.broken.startswith("test_prints: KeyError") and not fate.survives for fate in found.broken)


def test_a_solution_that_does_not_pass_is_refused_at_once(write):
    """Mistakes in a wrong program prove nothing."""
    with pytest.raises(ExerciseError, match="the reference solution of 01_wait does not pass: `grade verify` without"):
        mutate(write(PRINTS, solution=SOLUTION.replace("go", "stop")))


@pytest.mark.parametrize("solution", [None, "async def main(:\n"], ids=["missing", "broken"])
def test_a_solution_that_is_no_program_is_refused(write, solution):
    """There is nothing to make mistakes in."""
    with pytest.raises(ExerciseError, match="reference solution"):
        mutate(write(PRINTS, solution=solution))


@pytest.mark.parametrize("line", ["reason", "before"])
def test_an_entry_that_is_not_whole_is_refused(write, line):
    """An equivalence without a reason is none."""
    entry = LISTED.format(after="pass").replace(f"\n{line} =", "\nremark =")
    with pytest.raises(ExerciseError, match=r"equivalent\.toml: "):
        mutate(write(PRINTS, equivalent=entry))
