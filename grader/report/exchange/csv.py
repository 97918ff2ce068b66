"""Report -> one row of a table of grades, with its head."""

from __future__ import annotations

from grader.model import Report

from ..story import reasons, story
from . import tables

HEAD = ("exercise", "file", "status", "score", "max_score", "cause", "line", "headline", "isolation", "remark")
"""Columns; the last says why the score is another one than the sum of the points of the checks."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report as CSV."""
    told = story(report)
    cause = told.cause
    row = (
        tables.neutral(told.slug),
        tables.neutral(told.name),
        told.kind,
        tables.points(report.score),
        tables.points(report.max_score),
        tables.neutral(cause.code) if cause is not None else "",
        str(cause.line) if cause is not None and cause.line else "",
        tables.neutral(cause.headline) if cause is not None else "",
        report.environment.isolation,
        tables.neutral(" ".join(reasons(report))),
    )
    return tables.written(HEAD, [row]).decode("utf-8-sig")
