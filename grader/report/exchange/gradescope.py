"""Report -> results.json of Gradescope (https://gradescope-autograders.readthedocs.io/en/latest/specs/)."""

from __future__ import annotations

import json
from typing import Any

from grader.model import CheckResult, Report

from ..audience import for_student
from ..story import story
from ..told import Cause, Check


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report as Gradescope reads it: its points count, whatever those of the checks add up to.

    A report for a student has nothing to hide: Gradescope shows it and its total. Of one for an instructor, the hidden
    checks are tests that Gradescope hides, with the total; all that it shows is what a student's report has.
    """
    told = story(for_student(report))
    data = {
        "score": report.score,
        "max_score": report.max_score,
        "output": "\n".join([f"{told.verdict}: {told.score}", *told.remarks, *_cause(told.cause), told.place]),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "tests": [
            _test(number, whole if _is_hidden(report, result) else check, result, hidden=_is_hidden(report, result))
            for number, (check, whole, result) in enumerate(
                zip(told.checks, story(report).checks, report.results, strict=True), 1
            )
        ],
        "extra_data": {"exercise": told.slug, "isolation": report.environment.isolation},
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _is_hidden(report: Report, result: CheckResult) -> bool:
    return report.audience == "instructor" and result.visibility == "hidden"


def _test(number: int, check: Check, result: CheckResult, *, hidden: bool) -> dict[str, Any]:
    return {
        "number": str(number),
        "name": check.title,
        "score": result.points,
        "max_score": result.max_points,
        "status": "passed" if check.kind == "passed" else "failed",
        "visibility": "hidden" if hidden else "visible",
        "output": check.words,
    }


def _cause(cause: Cause | None) -> list[str]:
    if cause is None:
        return []
    line = f" ({cause.file}, line {cause.line})" if cause.line else ""
    return ["", f"{cause.headline}{line}", *cause.notes, *([cause.hint] if cause.hint else []), ""]
