"""A report in short: what tables and overviews of a class need of it, so that nobody holds the reports of a class."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from grader.model import Adjustment, Report, Tier

from .outliers import Sign, length, signs

_T = TypeVar("_T", bound=Hashable)


class Points(NamedTuple):
    """What a program is worth."""

    score: float
    """Points earned."""
    max_score: float
    """Points to earn."""


class Mark(NamedTuple):
    """What came of a check."""

    name: str
    """Name of the check's function."""
    title: str
    """The requirement."""
    status: str
    """`passed`, `failed`, `skipped`, `error`."""
    points: float
    """Points earned."""
    max_points: float
    """Points to earn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """What is known of a report without reading it again."""

    whole: Callable[[], Report]
    """Reads all of it. Raises UsageError where it is gone."""
    score: float
    """Points, as policies have them."""
    max_score: float
    """Points to earn."""
    marks: tuple[Mark, ...]
    """The checks, in the author's order."""
    codes: tuple[str, ...]
    """Codes of the diagnoses, each once; the first is the root cause's."""
    headline: str
    """What the root cause says; empty where there is none."""
    adjustments: tuple[Adjustment, ...]
    """What policies did to the points."""
    isolation: Tier
    """Isolation in force."""
    length: int | None
    """How long `main` took on the virtual clock, in nanoseconds, where that is kept."""
    signs: tuple[Sign, ...]
    """What stands out in it, whatever the class does."""
    is_transient: bool
    """Whether what its student is told changes with time, or with policies."""


def summary(report: Report, whole: Callable[[], Report]) -> Summary:
    """Return a report in short; `whole` reads it once more."""
    marks = (Mark(one.name, one.title, one.status, one.points, one.max_points) for one in report.results)
    return Summary(
        whole=whole,
        score=report.score,
        max_score=report.max_score,
        marks=_interned(tuple(marks)),
        codes=_interned(tuple(dict.fromkeys(cause.code for cause in report.diagnostics))),
        headline=_interned(report.diagnostics[0].message if report.diagnostics else ""),
        adjustments=report.adjustments,
        isolation=report.environment.isolation,
        length=length(report),
        signs=_interned(tuple(signs(report))),
        is_transient=bool(report.adjustments) or any(one.visible_from is not None for one in report.results),
    )


@lru_cache(4096)
def _interned(value: _T) -> _T:
    """Return the same object for equal ones: most of a class has the same marks and the same causes."""
    return value
