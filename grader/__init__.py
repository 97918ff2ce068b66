"""asyncgrade: grades exercises in asynchronous Python on a virtual clock, and says why.

Here are the names that a check is written with; each is loaded when it is first used.

    from grader import any_order, anything, at, before, call, overlap, points, service

One more is for the code that runs, a scenario or a program that is traced: `mark`. In a notebook `%load_ext grader`
brings `%%grade`, which grades a cell.
"""

from __future__ import annotations

# Not from `typing`: under `python -m grader` the current folder, a learner's perhaps, is still searched first.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from IPython.core.interactiveshell import InteractiveShell

    from grader.engine.recorder.marks import mark as mark
    from grader.judge.checks import points as points
    from grader.judge.matchers import (
        any_order as any_order,
        anything as anything,
        at as at,
        before as before,
        call as call,
        overlap as overlap,
    )
    from grader.runner.services import Service

    service = Service

__version__ = "0.1.0"

_HOMES = {
    "any_order": ("grader.judge.matchers", "any_order"),
    "anything": ("grader.judge.matchers", "anything"),
    "at": ("grader.judge.matchers", "at"),
    "before": ("grader.judge.matchers", "before"),
    "call": ("grader.judge.matchers", "call"),
    "mark": ("grader.engine.recorder.marks", "mark"),
    "overlap": ("grader.judge.matchers", "overlap"),
    "points": ("grader.judge.checks", "points"),
    "service": ("grader.runner.services", "Service"),
}


def __getattr__(name: str) -> Any:
    """Load one of the names on its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Give a notebook `%%grade`; IPython calls this on `%load_ext grader`."""
    from importlib import import_module

    import_module("grader.notebook").register(shell)


def __dir__() -> list[str]:
    """List the names."""
    return [*globals(), *_HOMES]
