"""What an author says of a check: its points, and which check it needs."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from typing import Any, TypeVar

from grader.model import Evidence

Function = TypeVar("Function", bound=Callable[..., Any])


def points(
    number: float,
    *,
    depends: Callable[..., Any] | str | tuple[Callable[..., Any] | str, ...] = (),
    evidence: Evidence = "observed",
) -> Callable[[Function], Function]:
    """Give a check its points. A check that `depends` on others is skipped when one of them did not pass.

    A check of another file is depended on by its name, as in `depends="test_waits"`.

    `evidence="reported"` marks a check that rests on what a program's process tells of its inside, such as which
    construct it uses. Such a check must run the program without that construct, too (`submission.run(…, without=…)`).

    >>> @points(2)
    ... async def test_waits(submission): ...
    """
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < math.inf:
        raise TypeError(f"points takes a number, as in @points(2), not {number!r}")
    if evidence not in ("observed", "reported"):
        raise TypeError(f"evidence is 'observed' or 'reported', not {evidence!r}")
    needed = (depends,) if not isinstance(depends, tuple) else depends
    names = tuple(check if isinstance(check, str) else getattr(check, "__name__", "") for check in needed)
    for check, name in zip(needed, names, strict=True):
        if not name.startswith("test_"):
            raise TypeError(f"depends takes checks, as in depends=test_waits, or names of them, not {check!r}")

    def mark(function: Function) -> Function:
        function.__dict__["points"] = number
        function.__dict__["evidence"] = evidence
        function.__dict__["depends"] = names
        return function

    return mark


def title_of(function: Callable[..., Any]) -> str:
    """Return the requirement that a check states: the first line of its docstring."""
    text = inspect.getdoc(function) or function.__name__.removeprefix("test_").replace("_", " ")
    return text.partition("\n")[0].strip()


def points_of(function: Callable[..., Any]) -> float:
    """Return a check's points; one without the mark gives none."""
    return float(getattr(function, "points", 0))


def evidence_of(function: Callable[..., Any]) -> Evidence:
    """Return what a check rests on."""
    found: Evidence = getattr(function, "evidence", "observed")
    return found


def needs_of(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names of the checks that this one needs."""
    found: tuple[str, ...] = getattr(function, "depends", ())
    return found
