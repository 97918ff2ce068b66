"""What an instructor's policies make of a score: for partial credit, for coming late, for rounding, in this order.

A report keeps each step with its reason: what the checks gave is never lost.
"""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from typing import Literal

from msgspec import structs

from grader.model import Adjustment, Grading, Late, Report

SECONDS = {"day": 86_400, "hour": 3_600}
"""What coming late is counted in -> seconds."""

_DIGITS = Decimal("1e-9")
"""Points are told apart to so little: below is how floats are rounded."""


def applied(report: Report, grading: Grading, *, late: bool = False, when: datetime | None = None) -> Report:
    """Return a report with its score as policies have it.

    `late` is whether a learning platform calls it late, `when` when it came, where that is known.
    """
    steps: list[Adjustment] = []

    def step(policy: Literal["credit", "late", "rounding"], after: float, reason: str) -> None:
        before = steps[-1].after if steps else report.score
        if after != before:
            steps.append(Adjustment(policy=policy, before=before, after=after, reason=reason))

    statuses = {result.status for result in report.results}
    # What has no answer by the grader's own fault costs its own points, and not those of the others.
    if grading.credit.points == "all" and statuses - {"passed", "error"}:
        step("credit", 0.0, "Points are given only where every check passes")
    score = steps[-1].after if steps else report.score
    share, reason = _left(grading.late, late=late, when=when) if grading.late is not None else (1.0, "")
    step("late", _exact(score * share), reason)
    if grading.credit.step is not None:
        score = steps[-1].after if steps else report.score
        rounded = min(_rounded(score, grading.credit.step), report.max_score)
        step("rounding", rounded, f"Points are rounded to multiples of {grading.credit.step:g}")
    return structs.replace(report, score=steps[-1].after, adjustments=tuple(steps)) if steps else report


def _left(policy: Late, *, late: bool, when: datetime | None) -> tuple[float, str]:
    """Return the part of the points that is left, and why."""
    costs = f"each {policy.per} that has begun costs {policy.off:.0%}"
    if policy.deadline is None or when is None:
        share = max(policy.never_below, 1 - policy.off)
        return (
            (share, f"It came late, by how much is not known; one {policy.per} costs {1 - share:.0%}")
            if late
            else (1, "")
        )
    if policy.until is not None and when > policy.until:
        return 0.0, f"It came after {policy.until:%Y-%m-%d %H:%M}, when nothing was accepted any more"
    seconds = (when - policy.deadline).total_seconds()
    if seconds <= policy.grace_minutes * 60:
        return 1.0, ""
    count = ceil(seconds / SECONDS[policy.per])
    share = max(policy.never_below, 1 - policy.off * count)
    least = f", to no less than {policy.never_below:.0%}" if share == policy.never_below > 0 else ""
    return share, f"It came {count} {policy.per}{'' if count == 1 else 's'} late, and {costs}{least}"


def _exact(points: float) -> float:
    return float(Decimal(repr(points)).quantize(_DIGITS).normalize())


def _rounded(points: float, step: float) -> float:
    """Round to multiples, half up.

    >>> _rounded(6.25, 0.5), _rounded(6.2, 0.5)
    (6.5, 6.0)
    """
    size = Decimal(repr(step))
    return float((Decimal(repr(points)) / size).quantize(Decimal(1), ROUND_HALF_UP) * size)
