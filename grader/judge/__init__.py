"""The judge: pytest runs an exercise's checks over a submission; what comes of them is a Report.

    matchers      what a check compares a run with: at, any_order, before, overlap, call
    observed      a run as a check sees it: output, calls, duration, what it returned
    lines, calls  lines of output, and calls of a service, beside those that were expected
    difference    how the two differ, in the learner's terms
    checks        points and dependencies of a check
    draw          values that a check draws at random
    sameness      which runs are the same, and need be run once only
    state         what is known of a check while it runs
    examination   one submission under one exercise: its runs, and what came of each check
    submission    the fixture with which checks run a program, and explore its schedules
    exploring     looks for a schedule under which a program fails; with
    shrinking     to the fewest choices
    changes       what came otherwise, in words
    tokens        a schedule as a short text, to run it again
    plugin        pytest's hooks and fixtures
    pytest11      the entry point that pytest loads; it wakes the plugin beside an exercise.toml
    scoring       results of checks -> Report
    ahead         runs that checks will ask for, made beforehand on free cores
    session       a session of pytest with the checks of one exercise, and nothing else
    worker        judges submissions in it: `grade`
    rehearsal     one run of a program, without a check: `rehearse`

`grade`, `grade_all` and `rehearse` are loaded when they are first used: pytest loads this package at every
start, in every project where it is installed, to get at its entry point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .rehearsal import rehearse as rehearse
    from .worker import grade as grade, grade_all as grade_all

_HOMES = {"grade": "worker", "grade_all": "worker", "rehearse": "rehearsal"}


def __getattr__(name: str) -> Any:
    """Load one of the functions on its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
