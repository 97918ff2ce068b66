"""Several attempts of a student: which are accepted, and which of those counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from grader.model import Attempts, Grading, Report, Submission
from grader.policy import applied

if TYPE_CHECKING:
    from .intake import Handed


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """A program that may count in place of the last one."""

    submission: Submission | None
    """The program; None in a journal."""
    late: bool
    """Whether the platform says that it came late."""
    when: datetime | None
    """When it came."""
    program: str = ""
    """Fingerprint of the program, in a journal."""


def chosen(rows: Sequence[Handed], policy: Attempts) -> Handed:
    """Return the row that stands for several attempts, which are in order.

    Where the best one counts, it is the last one that can be read, and has the earlier ones beside it.
    """
    accepted = rows[: policy.most]
    further = len(rows) - len(accepted)
    row = accepted[-1]
    readable = [each for each in accepted if each.submission is not None]
    if policy.which == "best" and readable:
        earlier = (Attempt(submission=each.submission, late=each.late, when=each.when) for each in readable[:-1])
        row = replace(readable[-1], earlier=tuple(earlier))
    if not further:
        return row
    return replace(row, notes=(*row.notes, f"no more than {policy.most} attempts count: {further} came after them"))


def tries(row: Handed) -> tuple[Attempt, ...]:
    """Return all attempts of which the best counts, in order; the last one is the row's own."""
    return (*row.earlier, Attempt(submission=row.submission, late=row.late, when=row.when, program=row.program))


def best(judged: Sequence[tuple[Attempt, Report]], decided: Grading) -> int:
    """Return the place of the attempt with the most points, as policies have them; of equals that of the first."""
    scores = [applied(report, decided, late=one.late, when=one.when).score for one, report in judged]
    return scores.index(max(scores))
