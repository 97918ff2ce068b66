"""pytest's hooks and fixtures for the checks of an exercise.

pytest collects and runs the checks, pytest-asyncio runs them as coroutines, pytest-timeout is the last stop. This
module says which functions are checks, hands them `submission` and `rng`, skips those that need a failed one, and keeps
what came of each.

A worker puts an examination into the session's stash before it runs the checks. Without one (as in
`pytest exercises/02_gather`) the learner's file beside the checks is examined, or the one named by `--submission`.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from grader.errors import GraderError
from grader.exercise import load_exercise, read_submission
from grader.runner import start

from .ahead import Call
from .checks import evidence_of, needs_of, points_of, title_of
from .difference import Count, Difference, Observed
from .draw import Draw, hash_seed
from .examination import Examination, Material
from .state import BudgetUsedUp, CheckState, CheckTimedOut, NotAwaited, NotBacked, RunFailed
from .submission import SubmissionUnderTest

EXAMINATION = pytest.StashKey[Examination]()
"""In the session's config: what a worker examines."""

TIMEOUT_MODULE = "pytest_timeout.py"
"""From where a check is ended that takes too long; what is raised there depends on the session's other plugins."""

ADDED = pytest.StashKey[Path]()
"""In the session's config: the folder of the checks that an instructor has added to the exercise's."""

_OWN = pytest.StashKey[dict[Path, Examination]]()
_DIFFERENCE = pytest.StashKey[Difference]()


def _is_of_checks(path: Path, config: pytest.Config) -> bool:
    return path.parent == config.stash.get(ADDED, None) or (path.parent / "exercise.toml").is_file()


def _is_check(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and _is_of_checks(item.path, item.config)


def examination_of(item: pytest.Item) -> Examination:
    """Return the examination that a check belongs to."""
    config = item.config
    if EXAMINATION in config.stash:
        return config.stash[EXAMINATION]
    own = config.stash.setdefault(_OWN, {})
    folder = item.path.parent
    if folder not in own:
        exercise = load_exercise(folder)
        named = config.getoption("--submission")
        submission = read_submission(Path(named) if named else folder / exercise.file)
        backend = start(hash_seed=hash_seed(b"", exercise.slug))
        own[folder] = Examination(submission, Material.read(exercise, folder), backend)
    return own[folder]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End what was started for this session."""
    for examination in config.stash.get(_OWN, {}).values():
        examination.backend.close()


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: Any, name: str, obj: object) -> None:
    """Let pytest-asyncio run the coroutines among the checks."""
    if (
        name.startswith("test_")
        and inspect.iscoroutinefunction(obj)
        and _is_of_checks(collector.path, collector.config)
    ):
        pytest.mark.asyncio(obj)


def problem_with(items: Sequence[pytest.Item]) -> str:
    """Say what is wrong with an exercise's checks as a whole; empty where nothing is."""
    if not items:
        return "there are no checks in them"
    names = [item.name for item in items]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        return f"two checks are called {twice[0]}"
    before: set[str] = set()
    for item in items:
        function = item.name.partition("[")[0]
        for needed in needs_of(item.function):  # type: ignore[attr-defined]
            if needed not in before - {function}:
                return f"{item.name} depends on {needed}, which is no check that comes before it"
        before.add(function)
    return ""


# --- fixtures ---


@pytest.fixture
def submission(request: pytest.FixtureRequest) -> SubmissionUnderTest:
    """Give a check the submission to run."""
    examination = examination_of(request.node)
    explain = partial(_difference_of, config=request.config)
    return SubmissionUnderTest(examination, state_of(request.node, examination), explain)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> Draw:
    """Give a check its random values, equal for equal submission, exercise and secret."""
    examination = examination_of(request.node)
    return examination.draw(request.node.name, added=state_of(request.node, examination).added)


def state_of(item: pytest.Item, examination: Examination) -> CheckState:
    """Return what is known of a check so far."""
    state = examination.states.get(item.name)
    if state is None:
        function = item.function  # type: ignore[attr-defined]
        state = CheckState(item.name, title_of(function), points_of(function), needs_of(function))
        state.evidence = evidence_of(function)
        state.added = item.path.parent == examination.material.checks
        state.showing = examination.material.showing(item.name, added=state.added)
        examination.states[item.name] = state
    return state


def calls(items: Sequence[pytest.Item], examination: Examination) -> list[Call]:
    """Return how checks are called without pytest, over an examination of their own (see `ahead`)."""
    found = []
    for item in items:
        function = item.function  # type: ignore[attr-defined]
        values = item.callspec.params if hasattr(item, "callspec") else {}
        names = inspect.signature(function).parameters
        if inspect.iscoroutinefunction(function) and names.keys() <= {"submission", "rng", *values}:
            state = state_of(item, examination)
            rng = examination.draw(item.name, added=state.added)
            own = {"submission": SubmissionUnderTest(examination, state), "rng": rng, **values}
            call = partial(function, **{name: own[name] for name in names})
            found.append(Call(name=state.function, needs=state.needs, call=call))
    return found


# --- one check ---


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a check that needs one which did not pass. One that was not selected is no reason."""
    if not _is_check(item):
        return
    if _DIFFERENCE in item.config.stash:
        del item.config.stash[_DIFFERENCE]
    examination = examination_of(item)
    state = state_of(item, examination)
    for needed in state.needs:
        for other in list(examination.states.values()):
            if other.function == needed and other.status != "passed":
                state.needed = other.title
                pytest.skip(f"not checked: it needs “{other.title}”")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what came of a check; tell a failure in the learner's terms."""
    report = yield
    if not _is_check(item):
        return report
    try:
        state = state_of(item, examination_of(item))
    except GraderError as problem:
        report.longrepr = str(problem)
        return report
    error = call.excinfo.value if call.excinfo is not None else None
    if error is None and call.when == "call" and state.is_unbacked():
        error = NotBacked("it rests on what the program reports of itself: give it no points, or back it by without=…")
        report.outcome, report.longrepr = "failed", f"{item.name}: {error}"
    if state.forgotten():
        error = NotAwaited("submission.run(…) or explore(…) was called without await")
        report.outcome, report.longrepr = "failed", f"{item.name}: {error}"
    if call.excinfo is not None and any(Path(entry.path).name == TIMEOUT_MODULE for entry in call.excinfo.traceback):
        error = CheckTimedOut("the check took longer than a check may")
        report.outcome, report.longrepr = "failed", f"{item.name}: {error}"
    match error:
        case None:
            state.status = "passed" if call.when == "call" else state.status
        case pytest.skip.Exception():
            state.status, state.error = "skipped", error.msg or ""
        case BudgetUsedUp():
            state.status, state.error = "skipped", str(error)
            report.outcome, report.longrepr = "skipped", (str(item.path), 0, f"Skipped: {error}")
        case AssertionError():
            state.status, state.difference = "failed", _difference_of(error, item.config)
            report.longrepr = _told(state)
        case _:
            state.status = "error"
            state.error = f"{type(error).__name__}: {error}"
            state.raised = not isinstance(error, CheckTimedOut | GraderError)
    return report


def _difference_of(error: AssertionError, config: pytest.Config) -> Difference:
    """Return what an assertion that failed said: what was compared last, if that is what the assertion is about."""
    if isinstance(error, RunFailed):
        return error.difference
    compared = config.stash.get(_DIFFERENCE, None)
    if compared is not None and compared.message[:100] in str(error):
        return compared
    return Difference(str(error).partition("\n")[0] or "an assertion failed", (), ())


def _told(state: CheckState) -> str:
    found = state.difference
    assert found is not None
    lines = [state.title, "", found.message]
    for name, shown in (("expected", found.expected), ("actual", found.actual)):
        if shown:
            lines += ["", f"{name}:", *(f"    {line}" for line in shown)]
    return "\n".join(lines)


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> list[str] | None:
    """Explain a comparison that failed in the learner's terms."""
    found = _difference(op, left, right)
    if found is None:
        return None
    config.stash[_DIFFERENCE] = found
    return [
        found.message,
        *(f"expected: {line}" for line in found.expected),
        *(f"actual:   {line}" for line in found.actual),
    ]


def _difference(op: str, left: object, right: object) -> Difference | None:
    if op == "==" and isinstance(left, Observed):
        return left.difference(right)
    if op == "==" and isinstance(right, Observed):
        return right.difference(left)
    if op == "<=" and isinstance(left, Count) and isinstance(right, int):
        return left.at_most(right)
    if op == ">=" and isinstance(right, Count) and isinstance(left, int):
        return right.at_most(left)
    return None
