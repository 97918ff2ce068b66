"""Checks are proved against programs whose verdict is known.

    the stub                  earns nothing, and is told to be unfinished
    the solution, accepted/   pass in full, without any diagnostic
    rejected/                 fail the check and get the diagnostic that their header names, and earn at most half
    a lie of the runner's     wins none of them a check that gives points
    every check               fails for one rejected program at least: a check that nothing fails proves nothing

The header of a rejected program, in its first lines:

    # fails: test_runs_both_at_the_same_time
    # diagnosis: sequential-awaits
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec

from grader.errors import ExerciseError
from grader.exercise import load_exercise, read_submission, solution_folder
from grader.judge import grade_all
from grader.model import CheckResult, Report, Submission, Tier

UNFINISHED = "unfinished-stub"
"""The diagnostic of a stub that was left as it was."""

_HEADER_LINES = 5

_HEADER = re.compile(r"^# (fails|diagnosis): *(\S+) *$", re.MULTILINE)

Kind = Literal["stub", "solution", "accepted", "rejected", "check"]


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A program (or a check), and whether it is as it must be."""

    kind: Kind
    """What it is."""
    name: str
    """`accepted/task_group.py`, or the name of a check."""
    score: float = 0
    """Points earned."""
    max_score: float = 0
    """Points to earn."""
    caught_by: str = ""
    """The check that failed: the one that the header names, if that one did. For a check, a program that fails it."""
    code: str = ""
    """The root cause that was named."""
    problem: str = ""
    """What is not as it must be; empty where all is."""
    remarks: tuple[str, ...] = ()
    """What the author of the checks should know, though nothing is wrong."""
    isolation: Tier | None = None
    """Under which isolation it was graded; None for a check."""

    @property
    def holds(self) -> bool:
        """Whether it is as it must be."""
        return not self.problem


def programs(folder: Path) -> list[tuple[Kind, Path]]:
    """Return the programs that an exercise is proved with: stub, solution, accepted and rejected ones.

    Raises ExerciseError where there is nothing to prove it with.
    """
    file = load_exercise(folder).file
    solutions = solution_folder(folder)
    if solutions is None or not (solutions / file).is_file():
        wanted = folder.resolve().parent.parent / "solutions" / folder.resolve().name / file
        raise ExerciseError(f"{folder.name} has no reference solution: there is no {wanted}")
    found: list[tuple[Kind, Path]] = [("stub", folder / file), ("solution", solutions / file)]
    kinds: tuple[Kind, Kind] = ("accepted", "rejected")
    return found + [(kind, path) for kind in kinds for path in sorted((solutions / kind).glob("*.py"))]


def verify(
    folder: Path, *, on_result: Callable[[Proof], None] = lambda proof: None, backend: str | None = None
) -> list[Proof]:
    """Prove the checks of the exercise in `folder`; `on_result` gets each proof as it comes.

    Raises ExerciseError for an exercise whose checks cannot be collected, or that has no solution.
    """
    cases = programs(folder)
    proofs: list[Proof] = []

    def tell(proof: Proof) -> None:
        proofs.append(proof)
        on_result(proof)

    waiting = iter(cases)
    won: list[frozenset[str]] = []
    reports: list[Report] = []

    def judged(report: Report) -> None:
        reports.append(report)
        tell(_proof(*next(waiting), report, won[-1]))

    grade_all(
        [_submission(kind, path) for kind, path in cases],
        folder,
        backend=backend,
        on_report=judged,
        on_lies=won.append,
    )
    wrong = [(path.name, report) for (kind, path), report in zip(cases, reports, strict=True) if kind == "rejected"]
    for check in reports[0].results:
        tell(_check_proof(check, wrong))
    if not load_exercise(folder).hints:
        tell(Proof(kind="check", name="exercise.toml", problem="has no hints"))
    return proofs


def _submission(kind: Kind, path: Path) -> Submission:
    """Read a program. The header of a rejected one is for authors: it is left out, its lines stay."""
    submission = read_submission(path)
    if kind != "rejected":
        return submission
    return Submission(name=submission.name, source=_HEADER.sub("#", submission.source))


def _proof(kind: Kind, path: Path, report: Report, won: frozenset[str]) -> Proof:
    expected = _header(path) if kind == "rejected" else {}
    failed = [result.name for result in report.results if result.status == "failed"]
    named = expected.get("fails", "")
    return Proof(
        kind=kind,
        name=path.name if kind in ("stub", "solution") else f"{kind}/{path.name}",
        score=report.score,
        max_score=report.max_score,
        caught_by=named if named in failed else next(iter(failed), ""),
        code=report.diagnostics[0].code if report.diagnostics else "",
        problem="; ".join([*_problems(kind, report, failed, expected), *_lies(report, won)]),
        remarks=report.for_authors if kind == "solution" else _hidden(report, won),
        isolation=report.environment.isolation,
    )


def _header(path: Path) -> dict[str, str]:
    first = path.read_text("utf-8").splitlines()[:_HEADER_LINES]
    return dict(_HEADER.findall("\n".join(first)))


def _problems(kind: Kind, report: Report, failed: list[str], expected: dict[str, str]) -> Iterable[str]:
    codes = [diagnostic.code for diagnostic in report.diagnostics]
    broken = [f"{result.name}: {result.message}" for result in report.results if result.status == "error"]
    if broken:
        yield f"a check went wrong: {broken[0]}"
    if kind in ("solution", "accepted"):
        yield from (
            f"must pass, but failed {result.name}: {result.message}"
            for result in report.results
            if result.name in failed
        )
        yield from (
            f"must pass, but {result.name} was skipped" for result in report.results if result.status == "skipped"
        )
        if codes and not failed:
            yield f"must get no diagnostic, but got {codes[0]}"
        return
    if kind == "stub":
        expected = {"diagnosis": UNFINISHED}
        if report.score:
            yield f"must earn nothing, but earned {report.score:g}"
    elif set(expected) != {"fails", "diagnosis"}:
        yield "its header must name the check (`# fails:`) and the diagnostic (`# diagnosis:`) that catch it"
    if report.score > report.max_score / 2:
        yield f"must earn at most half, but earned {report.score:g} of {report.max_score:g}"
    if "fails" in expected and expected["fails"] not in failed:
        yield f"must fail {expected['fails']}, but failed {', '.join(failed) or 'nothing'}"
    if "diagnosis" in expected and codes[:1] != [expected["diagnosis"]]:
        yield f"must get {expected['diagnosis']}, but got {', '.join(codes) or 'no diagnostic'}"


def _lies(report: Report, won: frozenset[str]) -> Iterable[str]:
    return (
        f"a lie of its runner's wins {result.name}: its points must rest on what the judge sees for itself"
        for result in report.results
        if result.name in won and result.max_points
    )


def _hidden(report: Report, won: frozenset[str]) -> tuple[str, ...]:
    """Say where nothing but reports tells that a program is wrong."""
    failed = {result.name for result in report.results if result.status != "passed"}
    return ("only its own process tells of the fault, and may hide it",) if failed and failed <= won else ()


def _check_proof(check: CheckResult, wrong: list[tuple[str, Report]]) -> Proof:
    catches = [
        name
        for name, report in wrong
        for result in report.results
        if (result.name, result.status) == (check.name, "failed")
    ]
    return Proof(
        kind="check",
        name=check.name,
        score=len(catches),
        max_score=len(wrong),
        caught_by=f"rejected/{catches[0]}" if catches else "",
        problem="" if catches else "no rejected program fails it, so it proves nothing",
    )
