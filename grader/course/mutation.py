"""Mistakes are made in a reference solution, one at a time, to see which of them no check finds.

A mutant that passes every check is a hole in the checks, or as right as the solution. Those that are as right are
listed beside the solution, in `equivalent.toml`, each with the reason:

    [[equivalent]]
    operator = "drop-option"
    function = "main"
    before = "done, pending = await asyncio.wait(tasks, return_when=asyncio.ALL_COMPLETED)"
    after = "done, pending = await asyncio.wait(tasks)"
    reason = "It is the default."
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from grader.errors import ExerciseError
from grader.exercise import load_equivalents, load_exercise, read_submission, solution_folder
from grader.judge import grade_all
from grader.model import Equivalent, Report, Submission
from grader.rewrite import Mutant, faked, mutants


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """A mutant, and what became of it."""

    mutant: Mutant
    """The program."""
    killed_by: tuple[str, ...] = ()
    """Names of the checks that failed for it."""
    broken: str = ""
    """The check that went wrong, and how; empty where none did."""
    reason: str = ""
    """Why it is as right as the solution, where that is listed."""

    @property
    def survives(self) -> bool:
        """Whether no check failed for it."""
        return not self.killed_by and not self.broken


class Mutation(msgspec.Struct, frozen=True, kw_only=True):
    """What became of every mutant of a solution."""

    file: str
    """Name of the solution's file."""
    checks: tuple[str, ...]
    """Names of the checks, in the author's order."""
    fates: tuple[Fate, ...]
    """In the order of the solution's lines."""
    stale: tuple[tuple[Equivalent, str], ...] = ()
    """What is listed and is not so: no such mutant is made any more, or a check fails for it."""

    @property
    def holes(self) -> tuple[Fate, ...]:
        """Mutants that survive, and are not listed."""
        return tuple(fate for fate in self.fates if fate.survives and not fate.reason)

    @property
    def equivalent(self) -> tuple[Fate, ...]:
        """Mutants that survive, and are listed."""
        return tuple(fate for fate in self.fates if fate.survives and fate.reason)

    @property
    def broken(self) -> tuple[Fate, ...]:
        """Mutants over which a check went wrong."""
        return tuple(fate for fate in self.fates if fate.broken)

    @property
    def holds(self) -> bool:
        """Whether nothing is to be mended."""
        return not (self.holes or self.broken or self.stale)


def mutate(
    folder: Path, *, on_progress: Callable[[int, int], None] = lambda done, of: None, backend: str | None = None
) -> Mutation:
    """Grade every mutant of the reference solution of the exercise in `folder`.

    `on_progress` is told how many were graded, and of how many. Raises ExerciseError where there is no solution, or
    where the solution itself does not pass.
    """
    exercise, solutions = load_exercise(folder), solution_folder(folder)
    if solutions is None or not (solutions / exercise.file).is_file():
        raise ExerciseError(f"{folder.name} has no reference solution to make mistakes in")
    solution = read_submission(solutions / exercise.file)
    made = _mutants(solution)
    reports: list[Report] = []

    def programs() -> Iterator[Submission]:
        yield solution
        _refuse_wrong(reports[0], folder)
        made.extend(_faked(solution, reports[0]))
        yield from (Submission(name=solution.name, source=mutant.source) for mutant in made)

    def told(report: Report) -> None:
        reports.append(report)
        if len(reports) > 1:
            on_progress(len(reports) - 1, len(made))

    grade_all(programs(), folder, backend=backend, on_report=told)
    listed = {_key(entry): entry for entry in load_equivalents(solutions)}
    fates = tuple(
        _fate(mutant, report, listed.get(_key(mutant))) for mutant, report in zip(made, reports[1:], strict=True)
    )
    return Mutation(
        file=exercise.file,
        checks=tuple(result.name for result in reports[0].results),
        fates=fates,
        stale=tuple(_stale(listed.values(), fates)),
    )


def _mutants(solution: Submission) -> list[Mutant]:
    try:
        return mutants(solution.source)
    except SyntaxError as error:
        raise ExerciseError(f"the reference solution {solution.name} is no program: {error}") from error


def _faked(solution: Submission, report: Report) -> list[Mutant]:
    """Return the mutant that prints what the solution prints, where it prints anything."""
    (run,) = report.timelines
    return faked(solution.source, run.actual_lines, run.actual_end) if run.actual_lines else []


def _refuse_wrong(report: Report, folder: Path) -> None:
    if any(result.status != "passed" for result in report.results):
        raise ExerciseError(
            f"the reference solution of {folder.name} does not pass: `grade verify` without --mutants tells why"
        )


def _fate(mutant: Mutant, report: Report, listed: Equivalent | None) -> Fate:
    broken = [f"{result.name}: {result.message}" for result in report.results if result.status == "error"]
    return Fate(
        mutant=mutant,
        killed_by=tuple(result.name for result in report.results if result.status == "failed"),
        broken=broken[0] if broken else "",
        reason=listed.reason if listed is not None else "",
    )


def _key(found: Mutant | Equivalent) -> tuple[str, str, str, str]:
    return found.operator, found.function, found.before, found.after


def _stale(listed: Iterable[Equivalent], fates: tuple[Fate, ...]) -> Iterable[tuple[Equivalent, str]]:
    for entry in listed:
        found = [fate for fate in fates if _key(fate.mutant) == _key(entry)]
        if not found:
            yield entry, "no such mutant is made of the solution any more"
        elif not any(fate.survives for fate in found):
            killers = sorted(
                {name for fate in found for name in (*fate.killed_by, fate.broken.partition(":")[0])} - {""}
            )
            yield entry, f"is not equivalent: {', '.join(killers)} failed for it"
