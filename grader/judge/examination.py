"""One submission under one exercise: its runs, and what came of each check.

Runs that are the same are run once. After a run has used up its processor time or real time, no further one is started:
a program that never ends costs one limit, not one for each check. Runs under other schedules than the usual one
(`exploring`) are extra: they are not shared, and one that uses up a limit ends the exploration only.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace as altered
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import GraderError, UsageError
from grader.exercise import solution_folder
from grader.model import (
    OPEN,
    UNDECIDED,
    Cancelled,
    Decision,
    Exercise,
    Grading,
    LimitExceeded,
    Returned,
    Showing,
    Submission,
    Tier,
    Trace,
)
from grader.runner import Backend, Finished, Job, Shared, run as run_job
from grader.runner.services import Service
from grader.trace import imported, parse

from .draw import Draw, digest
from .exploring import OutOfTime, refuse_limits
from .lying import silenced
from .sameness import identity
from .state import BudgetUsedUp, CheckState
from .tokens import CHECK, PROGRAM, Token

if TYPE_CHECKING:
    from .ahead import Ahead, Call

EXPLORING_SECONDS = 45
"""Real time that the explorations of one submission may take: far less than a check may, whose end is a failure."""

REFERENCES = 16
"""Runs of the reference solution that are kept, the latest ones: many are the same for all submissions."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """An exercise with all that its checks need, read once."""

    exercise: Exercise
    """The exercise."""
    folder: Path
    """Where it lies."""
    scenario: str
    """Text of scenario.py, or empty."""
    solution: str
    """Text of the reference solution, or empty."""
    fingerprint: str
    """Changes when the exercise or its checks change."""
    checks: Path | None = None
    """Where the checks lie that an instructor has added."""
    added: str = ""
    """Changes when these change; nothing that the exercise's own checks do depends on it."""
    added_scenario: str = ""
    """Text of the scenario.py beside them, or else of the exercise's."""
    grading: Grading = UNDECIDED
    """What an instructor has decided."""
    controls: dict[Hashable, str] = field(default_factory=dict, compare=False, repr=False)
    """How the reference solution does under other schedules, by what was asked of it: the same for all submissions."""
    references: dict[Hashable, Trace] = field(default_factory=dict, compare=False, repr=False)
    """What the reference solution did, by what it was to do."""

    def showing(self, name: str, *, added: bool = False) -> Showing:
        """Return what students are told of a check, of whose name the part before its values counts, too."""
        said = self.grading.checks
        decision = said.get(name) or said.get(name.partition("[")[0]) or Decision()
        return decision.over(self.grading.added if added else OPEN)

    @property
    def parts(self) -> list[str]:
        """What the exercise's own programs import: ready before the first run, it need not be imported in each."""
        texts = (self.exercise.given, self.scenario, self.added_scenario, self.solution)
        return sorted(frozenset().union(*map(imported, texts)))

    @classmethod
    def read(
        cls, exercise: Exercise, folder: Path, checks: Path | None = None, grading: Grading = UNDECIDED
    ) -> Material:
        """Read an exercise's folder, and that of the checks that an instructor has added."""
        texts = _texts(folder)
        texts.pop(exercise.file, None)
        added = _texts(checks) if checks is not None else {}
        added.pop("grading.toml", None)
        solutions = solution_folder(folder)
        solution = solutions / exercise.file if solutions is not None else None
        return cls(
            exercise=exercise,
            folder=folder,
            scenario=texts.get("scenario.py", ""),
            solution=solution.read_text("utf-8") if solution is not None and solution.is_file() else "",
            fingerprint=_fingerprint(texts),
            checks=checks,
            added=_fingerprint(added) if checks is not None else "",
            added_scenario=added.get("scenario.py", texts.get("scenario.py", "")),
            grading=grading,
        )


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*")) if path.suffix in (".py", ".toml")}


def _fingerprint(texts: Mapping[str, str]) -> str:
    return digest(b"", *(part for item in sorted(texts.items()) for part in item)).hex()


def about(job: Job) -> str:
    """Return the first sentence that a scenario's author says of it; empty for what is the learner's."""
    tree = parse(job.files.get("scenario.py", ""))
    for node in tree.body if isinstance(tree, ast.Module) else ():
        if isinstance(node, ast.AsyncFunctionDef) and f"scenario:{node.name}" == job.target:
            words = " ".join((ast.get_docstring(node) or "").split())
            return re.split(r"(?<=\.) ", words)[0]
    return ""


class Examination:
    """One submission under one exercise."""

    def __init__(
        self,
        submission: Submission,
        material: Material,
        backend: Backend,
        secret: bytes = b"",
        token: Token | None = None,
    ) -> None:
        """Examine a submission; of the exploration that `token` belongs to, only its schedule is run."""
        self.submission = submission
        self.material = material
        self.backend = backend
        self._shared = Shared(backend)
        self.token = token
        self.seed = digest(secret, material.exercise.slug, material.fingerprint, submission.source)
        self.states: dict[str, CheckState] = {}
        self._runs: dict[tuple[object, ...], Finished] = {}
        self._used_up = ""
        self._explored = 0.0
        self._lies = False
        self._ahead: Ahead | None = None
        self._width = 1
        self._made: dict[Hashable, Finished] = {}
        self.isolation: Tier = "none"
        """What keeps the program from the machine, as it was probed."""
        self.fault: GraderError | None = None
        """Why no run can be started any more, where that is the grader's fault."""

    def make_ahead(self, calls: Callable[[Examination], Sequence[Call]], width: int) -> None:
        """Make runs that checks will ask for, on so many cores. `calls`: the checks, over an examination like this."""
        from .ahead import Ahead, can_be

        self._width = width
        if not can_be():
            return
        scout = copy(self)
        scout.states = {}
        # In whose words a solution failed, only pytest's own call of a check can tell.
        scout.material = altered(self.material, controls=dict(self.material.controls))
        scout._ahead = Ahead(self._run, width)
        self._made |= scout._ahead.made(calls(scout))
        for state in scout.states.values():
            state.forgotten()

    def with_lies(self) -> Examination:
        """Return this examination as it goes on when the runner lies: what passed has passed, the rest is to be run."""
        lying = copy(self)
        lying.states = {name: state for name, state in self.states.items() if state.status == "passed"}
        lying._lies = True
        return lying

    def draw(self, check: str, *, added: bool = False) -> Draw:
        """Return the source of random values of a check; who has not the file of an added one cannot foresee them."""
        return Draw(digest(self.seed, *([self.material.added] if added else []), check))

    # --- tokens ---

    def program_digest(self) -> bytes:
        """Return what tells this submission's program in a token."""
        return digest(b"", self.submission.source)[:PROGRAM]

    def check_digest(self, check: str) -> bytes:
        """Return what tells a check in a token: of this exercise, as its files are now."""
        return digest(b"", self.material.exercise.slug, self.material.fingerprint, check)[:CHECK]

    def refuse_token(self, checks: Sequence[str]) -> None:
        """Raise UsageError where the token belongs to another program, or to none of these checks."""
        if self.token is None:
            return
        if self.token.program != self.program_digest():
            raise UsageError(
                f"the schedule belongs to another program than {self.submission.name}, or to it before it was edited"
            )
        if self.token.check not in map(self.check_digest, checks):
            slug = self.material.exercise.slug
            raise UsageError(f"the schedule belongs to no check of {slug}, or to one before the checks were edited")

    # --- runs ---

    def main(self) -> Finished:
        """Return the run of `main` as the learner wrote it."""
        return self._once(self.job("main"))

    def scenario(self, *, added: bool = False) -> str:
        """Return the text of the scenarios that a check can name."""
        return self.material.added_scenario if added else self.material.scenario

    def job(
        self,
        target: str,
        arguments: tuple[object, ...] = (),
        replace: Mapping[str, Service] | None = None,
        given: str | None = None,
        data: Mapping[str, str] | None = None,
        *,
        added: bool = False,
    ) -> Job:
        """Describe a run of the submission, for a check that was `added` or for one of the exercise's own."""
        exercise = self.material.exercise
        files = {exercise.file: self.submission.source}
        given = exercise.given if given is None else given
        if given:
            files["given.py"] = given
        if target.startswith("scenario:"):
            files["scenario.py"] = self.scenario(added=added)
        return Job(
            files=files,
            main_file=exercise.file,
            target=target,
            entry_points=tuple(entry.name for entry in exercise.entry_points),
            arguments=arguments,
            replace=self._named(replace or {}),
            limits=exercise.limits,
            seed=int.from_bytes(self.seed[:6], "big"),
            allows=exercise.allows,
            forbids=exercise.forbids,
            network=exercise.network,
            data=exercise.data if data is None else {f"data/{name}": data[name].encode() for name in sorted(data)},
        )

    def _named(self, replace: Mapping[str, Service]) -> dict[str, Service]:
        """Give services the parameters that the exercise states for the names they stand behind."""
        stated = {entry.name: entry.parameters for entry in self.material.exercise.entry_points}
        return {
            name: service if service.parameters or name not in stated else altered(service, parameters=stated[name])
            for name, service in replace.items()
        }

    async def run(self, job: Job) -> Finished:
        """Run a job, or return what came of the same one before. Raises BudgetUsedUp."""
        finished = self._once(job) if self._ahead is None else await self._ahead.run(job)
        return silenced(finished) if self._lies else finished

    def _once(self, job: Job) -> Finished:
        key = identity(job)
        found = self._runs.get(key) if key is not None else None
        if found is not None:
            return found
        if self._used_up:
            raise BudgetUsedUp(f"`{self._used_up}` used up the time that all runs of a submission may take")
        finished = self._run(job)
        outcome = finished.trace.outcome
        if isinstance(outcome, LimitExceeded) and outcome.limit in ("cpu", "wall"):
            self._used_up = job.label
        if key is not None:
            self._runs[key] = finished
        return finished

    def references(self, jobs: Sequence[Job]) -> list[Trace | None]:
        """Run the reference solution the same ways; None where there is none, or it does not take this run."""
        from concurrent.futures import ThreadPoolExecutor

        if not jobs or not self.material.solution:
            return [None] * len(jobs)
        known = self.material.references
        asked = [altered(job, files={**job.files, job.main_file: self.material.solution}, seed=0) for job in jobs]
        keys = [identity(job) or object() for job in asked]
        missing = [(key, job) for key, job in zip(keys, asked, strict=True) if key not in known]
        with ThreadPoolExecutor(self._width) as executor:
            made = executor.map(lambda missed: self._run(missed[1]).trace, missing)
            found = {key: known.pop(key) for key in keys if key in known}
            found |= {key: trace for (key, _), trace in zip(missing, made, strict=True)}
        known.update(found)
        for key in list(known)[:-REFERENCES]:
            del known[key]
        traces = [found[key] for key in keys]
        return [trace if isinstance(trace.outcome, Returned | Cancelled) else None for trace in traces]

    def soon(self, job: Job) -> None:
        """Take note of a job that will probably be run next."""
        if self._ahead is not None:
            self._ahead.soon(job)

    async def explore(self, job: Job) -> Finished:
        """Run a job under another schedule. Raises OutOfTime where it used up what depends on the machine."""
        if self._ahead is not None:
            return await self._ahead.run(job)
        if self._used_up or self._explored > EXPLORING_SECONDS:
            raise OutOfTime
        begun = time.monotonic()
        finished = self._run(job)
        self._explored += time.monotonic() - begun
        refuse_limits(finished.trace)
        return silenced(finished) if self._lies else finished

    def close(self) -> None:
        """End the processes that runs of this submission have shared."""
        self._shared.close()

    def _run(self, job: Job) -> Finished:
        if self.fault is not None:
            raise self.fault
        made = self._made.pop(identity(job, as_it_is=True), None) if self._made else None
        if made is not None:
            return made
        try:
            return self._shared.run(job) if job.shares else run_job(self.backend.start(), job)
        except GraderError as error:
            self.fault = error
            raise
