"""`grade verify EXERCISE…`: prove an exercise's checks, for authors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import completion, console
from .verb import verb

if TYPE_CHECKING:
    from grader.course.verify import Proof

_NAME, _SCORE, _CODE = 43, 6, 22
"""Columns of the table: 80 together with the mark and the spaces between."""


@verb("""
grade verify 02_gather        one exercise
grade verify -q 02 03 14      several, only what is not as it must be
grade verify --mutants 14     make mistakes in its solution: are all found?
""")
@click.argument("exercises", metavar="EXERCISE...", nargs=-1, required=True, shell_complete=completion.exercises)
@click.option("--mutants", is_flag=True, help="Make mistakes in the reference solution, and tell which no check finds.")
@click.option("-q", "--quiet", is_flag=True, help="Show only what is not as it must be.")
def command(exercises: tuple[str, ...], mutants: bool, quiet: bool) -> int:
    """Prove the checks of exercises.

    The stub must fail, the reference solution and the programs in accepted/ must pass, each program in rejected/ must
    fail for the check and the diagnostic that its header names, and each check must fail for one of them.

    With --mutants, mistakes are made in the reference solution instead, one at a time: an `await` dropped, a lock
    narrowed, a delay changed. Each must fail a check, or stand in the solution's equivalent.toml with the reason why
    it is as right.

    Exits with 1 where one does not hold.
    """
    from grader.exercise import course_root, find_exercise

    folders = [find_exercise(name, course_root()) for name in exercises]
    prove = _mutate if mutants else _verify
    return max([prove(folder, quiet) for folder in folders])


def _mutate(folder: Path, quiet: bool) -> int:
    from grader.course.mutation import mutate

    from . import mutants

    def show(done: int, of: int) -> None:
        console.progress(done, of, f"mutants of {folder.name}")

    found = mutate(folder, on_progress=show)
    console.echo(mutants.table(folder.name, found, quiet))
    return 0 if found.holds else 1


def _verify(folder: Path, quiet: bool) -> int:
    from grader.course.verify import verify

    def show(proof: Proof) -> None:
        if not (quiet and proof.holds):
            console.echo(_row(proof))
        sys.stdout.flush()

    console.echo(f"{folder.name}\n{_line('', 'program or check', 'score', 'caught as')}")
    proofs = verify(folder, on_result=show)
    failed = sum(not proof.holds for proof in proofs)
    tiers = sorted({proof.isolation for proof in proofs if proof.isolation})
    under = f" (isolation: {', '.join(tiers)})" if tiers else ""
    said = f"{failed} of them not as they must be" if failed else "all as they must be"
    console.echo(f"{len(proofs)} rows, {said}{under}")
    return 1 if failed else 0


def _row(proof: Proof) -> str:
    mark = "ok" if proof.holds else "NOT"
    if proof.kind == "check":
        line = _line(
            mark, proof.name, "", f"fails for {proof.score:g} of {proof.max_score:g}" if proof.max_score else ""
        )
    else:
        name = f"{proof.name} ({proof.kind})" if proof.kind in ("stub", "solution") else proof.name
        line = _line(mark, name, f"{proof.score:g}/{proof.max_score:g}", proof.code)
    below = [*([] if proof.holds else [proof.problem]), *proof.remarks]
    return "\n     ".join([line, *below])


def _line(mark: str, name: str, score: str, code: str) -> str:
    shown = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
    return f"{mark:3}  {shown:{_NAME}} {score:>{_SCORE}}  {code}".rstrip()
