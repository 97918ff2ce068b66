"""A pytest session that has collected an exercise's checks once and then judges submissions, one report each."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import ExerciseError, GraderError
from grader.exercise import load_exercise, welcome_packages
from grader.model import UNDECIDED, Grading, Report, Submission, Tier
from grader.runner import Backend, isolation, start
from grader.runner.process import cores

from . import session
from .draw import hash_seed

if TYPE_CHECKING:
    from concurrent.futures import Future

    import pytest

    from .examination import Examination, Material
    from .tokens import Token

SWITCH = 0.0005
"""Seconds that a thread may go on while another one is to handle a message."""


def grade(
    submission: Submission,
    folder: Path,
    *,
    backend: str | None = None,
    confined: bool = True,
    require: Tier = "none",
    secret: bytes = b"",
    schedule: str = "",
    checks: Path | None = None,
    grading: Grading = UNDECIDED,
    meanwhile: Callable[[], object] = lambda: None,
) -> Report:
    """Grade one submission for the exercise in `folder`.

    It is judged on all cores; while its runs are waited for, `meanwhile` is called in a thread. `schedule` is the token
    of a schedule that failed a check: that one is run, where the check would look for one. Raises ExerciseError for
    checks that cannot be collected, UsageError for a token that belongs elsewhere, and what `grade_all` raises.
    """

    def one() -> Iterator[Submission]:
        thread = threading.Thread(target=_get_ready, args=(meanwhile,), daemon=True)
        thread.start()
        yield submission
        thread.join()  # what is done after this looks through the modules that it loads

    (report,) = grade_all(
        one(),
        folder,
        backend=backend,
        confined=confined,
        require=require,
        secret=secret,
        schedule=schedule,
        checks=checks,
        grading=grading,
        width=cores(),
    )
    return report


def _get_ready(meanwhile: Callable[[], object]) -> None:
    """Load what a report is made with, beside the main thread, which is not to be kept waiting for long."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        with suppress(Exception):  # it is met again where it counts
            from . import scoring as scoring

            meanwhile()
    finally:
        sys.setswitchinterval(interval)


def grade_all(
    submissions: Iterable[Submission],
    folder: Path,
    *,
    backend: str | None = None,
    confined: bool = True,
    require: Tier = "none",
    secret: bytes = b"",
    schedule: str = "",
    checks: Path | None = None,
    grading: Grading = UNDECIDED,
    width: int = 1,
    on_report: Callable[[Report], None] | None = None,
    on_lies: Callable[[frozenset[str]], None] | None = None,
) -> list[Report]:
    """Grade submissions one after the other in one session; return their reports.

    Where there is `on_report`, it gets each one as it comes, and none is kept: a session may go on for days.

    `confined`: whether programs are confined, as far as this system lets them; what that comes to is probed first, and
    stands in every report. `require`: the least that it must come to, else nothing is graded: raises IsolationError.

    `checks` is a folder with checks that are added to the exercise's own, `grading` what students are told of each.

    `width`: on how many cores one submission is judged; more than one is for who waits for it, as the processor time of
    it all is somewhat more then.

    `on_lies`, where it is given, gets before each report the names of the checks that a submission would pass besides,
    if its runner lied about its inside.

    Where the grader itself fails over a submission, every check of its report is an `error`, and the rest go on. Raises
    ExerciseError for checks that cannot be collected, and whatever `submissions` and `on_report` raise.
    """
    from .examination import Material
    from .tokens import decode

    token = decode(schedule) if schedule else None
    folder = folder.resolve()
    checks = checks.resolve() if checks is not None else None
    material = Material.read(load_exercise(folder), folder, checks, grading)
    files = [path for place in (folder, checks) if place is not None for path in _checks_in(place)]
    seed = hash_seed(secret, folder.name)
    start = partial(_backend, backend, seed, material, confined)
    reports: list[Report] = []
    worker = _Worker(submissions, material, start, require, secret, on_report or reports.append, token, on_lies, width)
    from concurrent.futures import ThreadPoolExecutor  # not before what starts runners gets ready

    try:
        with ThreadPoolExecutor(1) as executor:
            worker.isolation = executor.submit(worker.probe)  # while pytest is imported
            executor.shutdown(wait=False)
            session.run(worker, folder, files)
    finally:
        worker.backend.close()
    if worker.failure is not None:
        raise worker.failure
    if not worker.over:
        raise GraderError(f"the session that judges {folder.name} ended before its time")
    return reports


def _checks_in(folder: Path) -> list[Path]:
    found = sorted(folder.glob("test_*.py"))
    if not found:
        raise ExerciseError(f"{folder.name} has no checks: there is no test_*.py in {folder}")
    return found


def _backend(name: str | None, seed: int, material: Material, confined: bool) -> Backend:
    return start(
        name,  # type: ignore[arg-type]
        hash_seed=seed,
        packages=material.exercise.packages,
        welcome=welcome_packages(material.folder),
        parts=material.parts,
        confined=confined,
    )


class _Worker:
    """A pytest plugin whose main loop judges submissions."""

    def __init__(
        self,
        submissions: Iterable[Submission],
        material: Material,
        start: Callable[[], Backend],
        require: Tier,
        secret: bytes,
        on_report: Callable[[Report], None],
        token: Token | None = None,
        on_lies: Callable[[frozenset[str]], None] | None = None,
        width: int = 1,
    ) -> None:
        self._submissions = submissions
        self._material = material
        self._start = start
        self.backend = start()
        """What starts runners: it gets ready while pytest is imported."""
        self.isolation: Future[isolation.Isolation]
        """What keeps programs from the machine, once it is known."""
        self._require = require
        self._secret = secret
        self._on_report = on_report
        self._token = token
        self._on_lies = on_lies
        self._width = width
        self._problem = ""
        self.failure: BaseException | None = None
        """What the caller is to be told: pytest does not let it through."""
        self.over = False
        """Whether every submission was judged."""

    def probe(self) -> isolation.Isolation:
        """Find out what keeps programs from the machine, and from this process."""
        isolation.hide_memory()
        exercise = self._material.exercise
        return isolation.probe(self.backend, allows=exercise.allows, forbids=exercise.forbids)

    def pytest_configure(self, config: pytest.Config) -> None:
        """Say where checks lie that are none of the exercise's own."""
        from .plugin import ADDED

        if self._material.checks is not None:
            config.stash[ADDED] = self._material.checks

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep why checks could not be collected."""
        if report.failed and not self._problem:
            self._problem = str(report.longrepr)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keep that Ctrl-C ended the session while checks were collected."""
        if isinstance(excinfo.value, KeyboardInterrupt):
            self.failure = self.failure or excinfo.value

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge every submission with the checks that were collected."""
        from .plugin import problem_with

        problem = self._problem or problem_with(session.items)
        if not problem and (problem := self._misjudged(session.items)):
            self.failure = ExerciseError(problem)
            return True
        try:
            if problem:
                raise ExerciseError(f"the checks of {self._material.folder.name} cannot be used: {problem}")
            self._judge_all(session)
            self.over = True
        except BaseException as error:
            self.failure = error
        return True

    def _misjudged(self, items: Sequence[pytest.Item]) -> str:
        """Say what is decided of a check that is none, or in two ways at once; empty where nothing is."""
        grading, slug = self._material.grading, self._material.exercise.slug
        names = dict.fromkeys(name for item in items for name in (item.name.partition("[")[0], item.name))
        for name in grading.checks:
            if name not in names:
                return f"{grading.source}: {slug} has no check {name!r}; there are: {', '.join(names)}"
        for item in items:
            if self._material.showing(item.name, added=item.path.parent == self._material.checks).is_contradictory:
                return (
                    f"{grading.source}: {item.name} is hidden, and its detail is 'full': "
                    "say 'cause' or 'verdict', or a visible_from"
                )
        return ""

    def _judge_all(self, session: pytest.Session) -> None:
        from .examination import Examination

        session.config.option.tbstyle = "no"  # what a check has failed with is told in the learner's terms
        found = self.isolation.result()
        isolation.demand(found, self._require)
        for submission in self._submissions:
            examination = Examination(submission, self._material, self.backend, self._secret, self._token)
            examination.isolation = found.tier
            examination.refuse_token([item.name for item in session.items])
            report = self._judge(examination, session)
            if examination.fault is not None:
                self.backend.close()
                self.backend = self._start()
            if self._on_lies is not None:
                self._on_lies(self._won_by_lies(examination, session))
            self._on_report(report)

    def _judge(self, examination: Examination, session: pytest.Session) -> Report:
        from . import plugin

        if self._width > 1:
            examination.make_ahead(partial(plugin.calls, session.items), self._width)
        self._check(examination, session.items)
        self._find_provoked(examination, session.items)
        from . import scoring  # not before: `_get_ready` may be loading it

        try:
            if examination.fault is not None:
                raise examination.fault
            return scoring.report(examination)
        except Exception as error:
            return scoring.fault(examination, error)

    def _find_provoked(self, examination: Examination, items: Sequence[pytest.Item]) -> None:
        """Note which errors in the code of checks are a program's doing: the reference solution brings none about."""
        from .examination import Examination

        raised = [item for item in items if examination.states[item.name].raised]
        solution = self._material.solution
        if not raised or not solution or examination.fault is not None:
            return
        control = Submission(name=self._material.exercise.file, source=solution)
        reference = Examination(control, self._material, self.backend, self._secret)
        self._check(reference, raised)
        for item in raised:
            examination.states[item.name].provoked = reference.states[item.name].status == "passed"

    def _won_by_lies(self, examination: Examination, session: pytest.Session) -> frozenset[str]:
        lying = examination.with_lies()
        again = [item for item in session.items if item.name not in lying.states]
        if examination.fault is not None or not again:
            return frozenset()
        self._check(lying, again)
        return frozenset(item.name for item in again if lying.states[item.name].status == "passed")

    def _check(self, examination: Examination, items: Sequence[pytest.Item]) -> None:
        """Run checks, one after the other."""
        from . import plugin

        for item in items:
            item.config.stash[plugin.EXAMINATION] = examination
            plugin.state_of(item, examination)
        try:
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        finally:
            examination.close()
