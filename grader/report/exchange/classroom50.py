"""Report -> result.json of Classroom 50 (foundation50/classroom50, schemas/result-v1.schema.json and runner.py).

Points are whole numbers there, and nobody should see a total that the tests below it do not add up to:

- Where the checks of an exercise have fractions of a point, everything is counted in the largest part of a point that
  all of them are multiples of: 2.5 of 8 points are 5 of 16. It follows from the exercise, so it is the same for all.
- A score with a rest (the half of 7) is rounded down: full points are full points.
- Where the score is less than the points of the checks (a program with a fault gets at most half), each check's points
  are lessened in proportion, by largest remainders: they add up to the score.

Who it is, and when, comes from the environment of the runner that calls us, which writes `owner`, `assignment_type`
and the time of the commit into the file itself.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from math import lcm

from grader.errors import UsageError
from grader.model import Report

from ..story import story

SCHEMA = "classroom50/result/v1"

VARIABLES = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
"""Key -> variable of the environment that it comes from."""

FINEST = 1000
"""Parts of a point that are told apart: below, a third that was written with decimals is a third."""

_TIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d)[-:]?(\d\d)[-:]?(\d\d)Z")


def render(
    report: Report,
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Write a report as Classroom 50 reads it. Raises UsageError where the environment does not say for whom."""
    told = story(report)
    most = [_fraction(result.max_points) for result in report.results]
    parts = lcm(*(points.denominator for points in most))
    limits = [int(points * parts) for points in most]
    score = _score(report, sum(limits))
    scores = shared(score, [_fraction(result.points) for result in report.results], limits)
    who = _who(environ)
    data = {
        "schema": SCHEMA,
        **who,
        "datetime": _submitted(who["submission"]),
        "score": score,
        "max-score": sum(limits),
        "tests": [
            {"test-name": check.title, "passed": check.kind == "passed", "score": earned, "max-score": limit}
            for check, earned, limit in zip(told.checks, scores, limits, strict=True)
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def shared(total: int, points: Sequence[Fraction], limits: Sequence[int]) -> list[int]:
    """Share a total out in proportion to points, in whole numbers, none above its limit (largest remainders).

    >>> shared(4, [Fraction(3), Fraction(2), Fraction(0)], [3, 2, 3])
    [2, 2, 0]
    """
    whole = sum(points)
    exact = [total * part / whole if whole else Fraction(0) for part in points]
    given = [min(int(part), limit) for part, limit in zip(exact, limits, strict=True)]
    for _ in range(min(total, sum(limits)) - sum(given)):
        open_ = [place for place, limit in enumerate(limits) if given[place] < limit]
        given[max(open_, key=lambda place: exact[place] - given[place])] += 1
    return given


def _score(report: Report, most: int) -> int:
    if report.max_score <= 0:
        return 0
    return int(min(max(_fraction(report.score) / _fraction(report.max_score), Fraction(0)), Fraction(1)) * most)


def _fraction(points: float) -> Fraction:
    return max(Fraction(points).limit_denominator(FINEST), Fraction(0))


def _who(environ: Mapping[str, str]) -> dict[str, str]:
    found = {key: environ.get(variable, "").strip() for key, variable in VARIABLES.items()}
    found["review"] = found["review"] or found["commit"]  # the runner's own way where there is nothing to compare
    missing = [VARIABLES[key] for key, value in found.items() if not value and key != "review"]
    if missing:
        raise UsageError(
            f"--format classroom50 needs {', '.join(missing)} in the environment: "
            "Classroom 50's runner sets them for the autograder.py that calls `grade`"
        )
    return found


def _submitted(tag: str) -> str:
    """Return when it was submitted, by the tag that the runner made of it; the runner puts the commit's time there."""
    found = _TIME.search(tag)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
