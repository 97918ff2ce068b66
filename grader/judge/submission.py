"""The fixture `submission`: how a check runs a learner's program, and explores its schedules."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace as altered
from functools import partial
from typing import NoReturn, TypeGuard

from grader.model import (
    Cancelled,
    Crashed,
    Outcome,
    Protocol,
    Raised,
    Rejected,
    Returned,
    ScheduleFinding,
)
from grader.report.words import outcome_words
from grader.rewrite import ablated
from grader.runner import Finished, Job
from grader.runner.schedule import Schedule
from grader.runner.services import Service
from grader.trace import parse, polling

from .changes import changes
from .difference import Difference
from .draw import digest
from .examination import Examination
from .exploring import Exploration, Found, OutOfTime
from .matchers import nanoseconds
from .observed import Run
from .sameness import identity, of_closure
from .state import ENDS, CheckState, RightByLuck, RunFailed
from .tokens import Token, encode

MOST_SCHEDULES = 1_000
"""Schedules of one exploration: each is a process, so a check should not ask for more."""


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
        data: Mapping[str, str] | None = None,
        may_raise: bool = False,
        cancel_after: float | None = None,
        without: str = "",
    ) -> Coroutine[object, object, Run]:
        """Run `main`, `task`, or an author's `scenario:name`, on a virtual clock, and return what happened.

        `replace` puts services behind names: `{"task": service(seconds=…), "given.download": service(…)}`; the service
        `data.open` opens files in `data/`. `given` is the text of another `given.py`, `data` has other files than those
        in the exercise's `data/`. A run that does not end by itself fails the check; one that raises is let through
        with `may_raise`. After `cancel_after` seconds it is cancelled; `run.raised` is then `CancelledError` if it lets
        the cancellation go on. `without` names a construct that is made to fail first, such as
        `asyncio.TaskGroup.create_task` or `Ticker.__anext__`: what hangs on it is then not done; however the run ends,
        it is returned, and it is neither shown nor diagnosed. The run begins when it is awaited.
        """
        self._refuse_slips(target, replace or {}, given)
        job = self._examination.job(target, arguments, replace, given, data, added=self._state.added)
        if cancel_after is not None:
            job = altered(job, cancel_ns=nanoseconds(cancel_after))
        started = self._run_without(job, without) if without else self._run(job, may_raise)
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
        job = self._examination.job(target, arguments, replace, given, added=self._state.added)
        started = self._explore(job, invariant, schedules, delays_may_vary)
        self._state.started.append(started)
        return started

    def _refuse_slips(self, target: str, replace: Mapping[str, Service], given: str | None) -> None:
        """Raise LookupError for a name of the author's that is nowhere: that is no mistake of the learner's."""
        material = self._examination.material
        entries = [entry.name for entry in material.exercise.entry_points]
        places = {"data": {"open"}, "given": _defined(material.exercise.given if given is None else given)}
        for name in replace:
            module, _, attribute = name.rpartition(".")
            known = places.get(module, ()) if module else entries
            if attribute not in known:
                where = f"{module}.py" if module else "the entry points of exercise.toml"
                raise LookupError(f"replace: there is no {attribute!r} in {where}")
        kind, _, coroutine = target.rpartition(":")
        if kind == "scenario" and coroutine not in _defined(self._examination.scenario(added=self._state.added)):
            raise LookupError(f"there is no {coroutine!r} in scenario.py")

    async def _run(self, job: Job, may_raise: bool) -> Run:
        finished = await self._examination.run(job)
        self._state.without = ""
        self._state.runs.append((job, finished))
        outcome = finished.trace.outcome
        if not isinstance(outcome, Returned | Cancelled) and not (may_raise and isinstance(outcome, Raised)):
            raise RunFailed(_unfinished(job.label, outcome))
        return self._seen(finished)

    async def _run_without(self, job: Job, construct: str) -> Run:
        source, files = ablated(job.files[job.main_file], construct)
        self._state.ablated = True
        self._state.without = construct
        finished = await self._examination.run(altered(job, files={**job.files, job.main_file: source, **files}))
        # A construct that is gone leads to an error, or to a wait for ever: never to a process that ends, or that
        # speaks to the judge, by itself. Nothing that it then did not do proves anything.
        if isinstance(finished.trace.outcome, Protocol | Crashed):
            raise RunFailed(_unfinished(job.label, finished.trace.outcome))
        return self._seen(finished)

    def _seen(self, finished: Finished) -> Run:
        pollers = partial(polling, finished.trace, self._examination.submission.source)
        return Run(finished, pollers, self._state.looked)

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
            soon=examination.soon,
            judge=judge,
            solution=examination.material.solution,
            delays_may_vary=delays,
            key=None if same is None or asked is None else (same, asked, delays, schedules, job.files.get("given.py")),
            known=examination.material.controls,
        )
        found = None
        try:
            problem = await exploration.control()
            if problem:
                state.remarks.append(f"{state.name}: no schedule was explored: {problem}")
            else:
                found = await self._again(exploration, kept) or await exploration.search()
        except OutOfTime:
            state.remarks.append(f"{state.name}: time was used up, and the exploration ended there")
        state.remarks += [
            f"{state.name}: `{knob}` does not vary, since the reference solution does not allow it: {how}"
            for knob, how in exploration.off.items()
        ]
        if found is not None:
            self._fail(found, kept, schedules)
        return usual

    async def _again(self, exploration: Exploration, number: int) -> Found | None:
        """Run the schedule of the token, if it belongs to this exploration."""
        token = self._examination.token
        if token is None or token.exploration != number:
            return None
        if token.check != self._examination.check_digest(self._state.name):
            return None
        schedule = Schedule(knobs=token.knobs, choices=token.choices)
        if token.drawn:
            schedule = exploration.drawn(token.number, token.knobs)
        return await exploration.again(token.number, schedule, drawn=token.drawn)

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
    expected = f"`{label}` can be started" if isinstance(outcome, Rejected) else f"`{label}`{ENDS}"
    return Difference(words, (expected,), (words,))
