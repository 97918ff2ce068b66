"""One submission under one exercise: its runs, and what came of each check.

Runs that are the same are run once. After a run has used up its processor time or real time, no further one is started:
a program that never ends costs one limit, not one for each check.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field, replace as altered
from pathlib import Path
from typing import Literal, TypeGuard

from grader.errors import GraderError
from grader.exercise import solution_folder
from grader.model import Exercise, LimitExceeded, Outcome, Raised, Rejected, Returned, Submission
from grader.report.words import outcome_words
from grader.runner import Backend, Finished, Job, run as run_job
from grader.runner.services import Service
from grader.trace import parse, polling

from .difference import Difference
from .draw import Draw, digest
from .observed import Run
from .sameness import identity

Status = Literal["passed", "failed", "skipped", "error"]


class RunFailed(AssertionError):
    """A run that a check needs did not end by itself."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(difference.message)
        self.difference = difference


class BudgetUsedUp(Exception):
    """An earlier run has used up what the submission may use."""


class NotAwaited(Exception):
    """A check called `submission.run(…)` and did not await it: nothing was run, so nothing was checked."""


@dataclass
class CheckState:
    """What is known of a check so far."""

    name: str
    title: str
    points: float
    needs: tuple[str, ...]
    status: Status = "error"
    needed: str = ""
    difference: Difference | None = None
    error: str = ""
    runs: list[tuple[Job, Finished]] = field(default_factory=list)
    started: list[Coroutine[object, object, Run]] = field(default_factory=list)
    """What `submission.run(…)` returned."""

    @property
    def function(self) -> str:
        """Name of the check's function, without the values of a parametrised one."""
        return self.name.partition("[")[0]

    def forgotten(self) -> bool:
        """Whether a run was asked for and never awaited; what was is let go of."""
        forgotten = [run for run in self.started if inspect.getcoroutinestate(run) == inspect.CORO_CREATED]
        for run in forgotten:
            run.close()
        self.started.clear()
        return bool(forgotten)


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

    @classmethod
    def read(cls, exercise: Exercise, folder: Path) -> Material:
        """Read an exercise's folder."""
        texts = {
            path.name: path.read_text("utf-8") for path in sorted(folder.glob("*")) if path.suffix in (".py", ".toml")
        }
        texts.pop(exercise.file, None)
        solutions = solution_folder(folder)
        solution = solutions / exercise.file if solutions is not None else None
        return cls(
            exercise=exercise,
            folder=folder,
            scenario=texts.get("scenario.py", ""),
            solution=solution.read_text("utf-8") if solution is not None and solution.is_file() else "",
            fingerprint=digest(b"", *(part for item in sorted(texts.items()) for part in item)).hex(),
        )


class Examination:
    """One submission under one exercise."""

    def __init__(self, submission: Submission, material: Material, backend: Backend, secret: bytes = b"") -> None:
        self.submission = submission
        self.material = material
        self.backend = backend
        self.seed = digest(secret, material.exercise.slug, material.fingerprint, submission.source)
        self.states: dict[str, CheckState] = {}
        self._runs: dict[tuple[object, ...], Finished] = {}
        self._used_up = ""
        self.fault: GraderError | None = None
        """Why no run can be started any more, where that is the grader's fault."""

    def draw(self, check: str) -> Draw:
        """Return the source of random values of a check."""
        return Draw(digest(self.seed, check))

    # --- runs ---

    def main(self) -> Finished:
        """Return the run of `main` as the learner wrote it."""
        return self.run(self.job("main"))

    def job(
        self,
        target: str,
        arguments: tuple[object, ...] = (),
        replace: Mapping[str, Service] | None = None,
        given: str | None = None,
    ) -> Job:
        """Describe a run of the submission."""
        exercise = self.material.exercise
        files = {exercise.file: self.submission.source}
        given = exercise.given if given is None else given
        if given:
            files["given.py"] = given
        if target.startswith("scenario:"):
            files["scenario.py"] = self.material.scenario
        return Job(
            files=files,
            main_file=exercise.file,
            target=target,
            arguments=arguments,
            replace=self._named(replace or {}),
            limits=exercise.limits,
            seed=int.from_bytes(self.seed[:6], "big"),
            allows=exercise.allows,
            latency_ns=exercise.latency_ns,
            data=exercise.data,
        )

    def _named(self, replace: Mapping[str, Service]) -> dict[str, Service]:
        """Give services the parameters that the exercise states for the names they stand behind."""
        stated = {entry.name: entry.parameters for entry in self.material.exercise.entry_points}
        return {
            name: service if service.parameters or name not in stated else altered(service, parameters=stated[name])
            for name, service in replace.items()
        }

    def run(self, job: Job) -> Finished:
        """Run a job, or return what came of the same one before. Raises BudgetUsedUp."""
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

    def reference(self, job: Job) -> Finished | None:
        """Run the reference solution the same way; None where there is none, or it does not take this run."""
        if not self.material.solution:
            return None
        files = {**job.files, job.main_file: self.material.solution}
        finished = self._run(altered(job, files=files))
        return finished if isinstance(finished.trace.outcome, Returned) else None

    def _run(self, job: Job) -> Finished:
        if self.fault is not None:
            raise self.fault
        try:
            return run_job(self.backend.start(), job)
        except GraderError as error:
            self.fault = error
            raise


class SubmissionUnderTest:
    """The fixture `submission`: what a check runs."""

    def __init__(self, examination: Examination, state: CheckState) -> None:
        self._examination = examination
        self._state = state

    def run(
        self,
        target: str,
        *arguments: object,
        replace: Mapping[str, Service] | None = None,
        given: str | None = None,
        may_raise: bool = False,
    ) -> Coroutine[object, object, Run]:
        """Run `main`, `task`, or an author's `scenario:name`, on a virtual clock, and return what happened.

        `replace` puts services behind names: `{"task": service(seconds=…), "given.download": service(…)}`. `given` is
        the text of another `given.py`. A run that does not end by itself fails the check; one that raises is let
        through with `may_raise`. The run begins when it is awaited.
        """
        self._refuse_slips(target, replace or {}, given)
        job = self._examination.job(target, arguments, replace, given)
        started = self._run(job, may_raise)
        self._state.started.append(started)
        return started

    def _refuse_slips(self, target: str, replace: Mapping[str, Service], given: str | None) -> None:
        """Raise LookupError for a name of the author's that is nowhere: that is no mistake of the learner's."""
        material = self._examination.material
        entries = [entry.name for entry in material.exercise.entry_points]
        places = {"given": _defined(material.exercise.given if given is None else given)}
        for name in replace:
            module, _, attribute = name.rpartition(".")
            known = places.get(module, ()) if module else entries
            if attribute not in known:
                where = f"{module}.py" if module else "the entry points of exercise.toml"
                raise LookupError(f"replace: there is no {attribute!r} in {where}")
        kind, _, coroutine = target.rpartition(":")
        if kind == "scenario" and coroutine not in _defined(material.scenario):
            raise LookupError(f"there is no {coroutine!r} in scenario.py")

    async def _run(self, job: Job, may_raise: bool) -> Run:
        finished = self._examination.run(job)
        self._state.runs.append((job, finished))
        outcome = finished.trace.outcome
        if not isinstance(outcome, Returned) and not (may_raise and isinstance(outcome, Raised)):
            raise RunFailed(_unfinished(job.label, outcome))
        return Run(finished, tuple(polling(finished.trace, self._examination.submission.source)))


def _defined(source: str) -> frozenset[str]:
    """Return the names that a text of the author's binds at module level."""
    tree = parse(source)
    if isinstance(tree, SyntaxError):
        return frozenset()
    named = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    others = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign | ast.Import | ast.ImportFrom)]
    bound = [alias.asname or alias.name for node in others for alias in getattr(node, "names", ())]
    stored = [node.id for other in others for node in ast.walk(other) if _is_stored(node)]
    return frozenset((*named, *bound, *stored))


def _is_stored(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _unfinished(label: str, outcome: Outcome) -> Difference:
    words = outcome_words(outcome, label)
    expected = f"`{label}` can be started" if isinstance(outcome, Rejected) else f"`{label}` ends by itself"
    return Difference(words, (expected,), (words,))
