"""One submission under one exercise: its runs, and what came of each check.

Runs that are the same are run once. After a run has used up its processor time or real time, no further one is started:
a program that never ends costs one limit, not one for each check. Runs under other schedules than the usual one
(`exploring`) are extra: they are not shared, and one that uses up a limit ends the exploration only.
"""

from __future__ import annotations

import ast
import inspect
import time
from collections.abc import Callable, Coroutine, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace as altered
from pathlib import Path
from typing import Literal, NoReturn, TypeGuard

from grader.errors import GraderError, UsageError
from grader.exercise import solution_folder
from grader.model import (
    Exercise,
    LimitExceeded,
    Outcome,
    Raised,
    Rejected,
    Returned,
    ScheduleFinding,
    Submission,
)
from grader.report.words import outcome_words
from grader.runner import Backend, Finished, Job, run as run_job
from grader.runner.schedule import Schedule
from grader.runner.services import Service
from grader.trace import parse, polling

from .changes import changes
from .difference import Difference
from .draw import Draw, digest
from .exploring import Exploration, Found, OutOfTime, refuse_limits
from .observed import Run
from .sameness import identity, of_closure
from .tokens import CHECK, PROGRAM, Token, encode

Status = Literal["passed", "failed", "skipped", "error"]

MOST_SCHEDULES = 1_000
"""Schedules of one exploration: each is a process, so a check should not ask for more."""

EXPLORING_SECONDS = 45
"""Real time that the explorations of one submission may take: far less than a check may, whose end is a failure."""


class RunFailed(AssertionError):
    """A run that a check needs did not end by itself."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(difference.message)
        self.difference = difference


class RightByLuck(RunFailed):
    """The usual run was right, another one that may come as well was not."""


class BudgetUsedUp(Exception):
    """An earlier run has used up what the submission may use."""


class NotAwaited(Exception):
    """A check called `submission.run(…)` or `explore(…)` and did not await it: nothing was run, nothing was checked."""


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
    """What `submission.run(…)` and `submission.explore(…)` returned."""
    explorations: int = 0
    """How many explorations have begun."""
    schedule: ScheduleFinding | None = None
    """The schedule under which it failed."""
    remarks: list[str] = field(default_factory=list)
    """What its author should know of it."""

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
    controls: dict[Hashable, str] = field(default_factory=dict, compare=False, repr=False)
    """How the reference solution does under other schedules, by what was asked of it: the same for all submissions."""

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
        self.token = token
        self.seed = digest(secret, material.exercise.slug, material.fingerprint, submission.source)
        self.states: dict[str, CheckState] = {}
        self._runs: dict[tuple[object, ...], Finished] = {}
        self._used_up = ""
        self._explored = 0.0
        self.fault: GraderError | None = None
        """Why no run can be started any more, where that is the grader's fault."""

    def draw(self, check: str) -> Draw:
        """Return the source of random values of a check."""
        return Draw(digest(self.seed, check))

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

    def explore(self, job: Job) -> Finished:
        """Run a job under another schedule. Raises OutOfTime where it used up what depends on the machine."""
        if self._used_up or self._explored > EXPLORING_SECONDS:
            raise OutOfTime
        begun = time.monotonic()
        finished = self._run(job)
        self._explored += time.monotonic() - begun
        refuse_limits(finished.trace)
        return finished

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

    def __init__(
        self,
        examination: Examination,
        state: CheckState,
        explain: Callable[[AssertionError], Difference] = lambda error: Difference(str(error), (), ()),
    ) -> None:
        """Make the fixture of a check; `explain` says what an assertion of its that failed was about."""
        self._examination = examination
        self._state = state
        self._explain = explain

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

    def explore(
        self,
        target: str,
        invariant: Callable[[Run], None],
        *arguments: object,
        schedules: int = 50,
        delays_may_vary: bool = False,
        replace: Mapping[str, Service] | None = None,
        given: str | None = None,
    ) -> Coroutine[object, object, Run]:
        """Run as `run` does, then under other schedules; after each run `invariant(run)` asserts what must hold.

        What may come otherwise is what Python leaves open, and how long a service takes that was made with
        `may_vary=True`; with `delays_may_vary` also how long sleeps of the program take, which then stand for work.
        The usual run is returned. The first schedule under which the invariant does not hold fails the check.
        """
        if not callable(invariant):
            raise TypeError(f"explore needs a function of a run that asserts something, not {invariant!r}")
        if isinstance(schedules, bool) or not isinstance(schedules, int) or not 1 <= schedules <= MOST_SCHEDULES:
            raise ValueError(f"schedules is a number from 1 to {MOST_SCHEDULES}, not {schedules!r}")
        self._refuse_slips(target, replace or {}, given)
        job = self._examination.job(target, arguments, replace, given)
        started = self._explore(job, invariant, schedules, delays_may_vary)
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
        return self._seen(finished)

    def _seen(self, finished: Finished) -> Run:
        return Run(finished, tuple(polling(finished.trace, self._examination.submission.source)))

    async def _explore(self, job: Job, invariant: Callable[[Run], None], schedules: int, delays: bool) -> Run:
        usual = await self._run(job, may_raise=False)
        _hold(invariant, usual)
        state, examination = self._state, self._examination
        state.explorations += 1
        kept = state.explorations

        def judge(finished: Finished) -> Difference | None:
            if not isinstance(finished.trace.outcome, Returned):
                return _unfinished(job.label, finished.trace.outcome)
            try:
                _hold(invariant, self._seen(finished))
            except AssertionError as error:
                return self._explain(error)
            return None

        same, asked = identity(altered(job, files={}, seed=0)), of_closure(invariant)
        exploration = Exploration(
            job=job,
            seed=digest(examination.seed, state.name, str(kept)),
            schedules=schedules,
            run=examination.explore,
            judge=judge,
            solution=examination.material.solution,
            delays_may_vary=delays,
            key=None if same is None or asked is None else (same, asked, delays, schedules, job.files.get("given.py")),
            known=examination.material.controls,
        )
        found = None
        try:
            problem = exploration.control()
            if problem:
                state.remarks.append(f"{state.name}: no schedule was explored: {problem}")
            else:
                found = self._again(exploration, kept) or exploration.search()
        except OutOfTime:
            state.remarks.append(f"{state.name}: time was used up, and the exploration ended there")
        state.remarks += [
            f"{state.name}: `{knob}` does not vary, since the reference solution does not allow it: {how}"
            for knob, how in exploration.off.items()
        ]
        if found is not None:
            self._fail(found, kept, schedules)
        return usual

    def _again(self, exploration: Exploration, number: int) -> Found | None:
        """Run the schedule of the token, if it belongs to this exploration."""
        token = self._examination.token
        if token is None or token.exploration != number:
            return None
        if token.check != self._examination.check_digest(self._state.name):
            return None
        schedule = Schedule(knobs=token.knobs, choices=token.choices)
        if token.drawn:
            schedule = exploration.drawn(token.number, token.knobs)
        return exploration.again(token.number, schedule, drawn=token.drawn)

    def _fail(self, found: Found, exploration: int, schedules: int) -> NoReturn:
        """Tell a finding: raise RightByLuck."""
        schedule = found.job.schedule
        assert schedule is not None
        token = Token(
            program=self._examination.program_digest(),
            check=self._examination.check_digest(self._state.name),
            exploration=exploration,
            number=found.number,
            schedules=schedules,
            knobs=schedule.knobs,
            choices={} if found.drawn else schedule.choices,
            drawn=found.drawn,
        )
        self._state.runs.append((found.job, found.finished))
        self._state.schedule = ScheduleFinding(
            number=found.number, schedules=schedules, changes=changes(found.finished.trace), token=encode(token)
        )
        difference = found.difference
        raise RightByLuck(altered(difference, message=f"under another schedule, {difference.message}"))


def _hold(invariant: Callable[[Run], object], run: Run) -> None:
    """Raise AssertionError where an invariant does not hold, TypeError where it is none."""
    result = invariant(run)
    if inspect.iscoroutine(result):
        result.close()
    if result is not None:
        raise TypeError(f"an invariant asserts something, and returns nothing; this one returned {result!r}")


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
