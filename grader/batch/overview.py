"""Grades of a class, counted for its instructor: points, checks, root causes, and what stands out."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from statistics import mean, median
from typing import TypedDict

import grader
from grader.diagnosis.pages import title
from grader.model import Exercise, Report
from grader.report.excerpt import excerpt
from grader.report.exchange.tables import points
from grader.report.overview import Bin, CauseCount, CheckCount, Odd, Overview
from grader.report.story import WHERE

from .grading import Grade
from .masking import Mask
from .outliers import outliers
from .summaries import Mark, Points, Summary

BINS = 5
"""Into how many parts the points between none and all are cut."""

STATUSES = ("passed", "failed", "missing", "unreadable", "error")


def overview(exercise: Exercise, grades: Sequence[Grade]) -> Overview:
    """Count what a class has done in one exercise."""
    judged = [(grade, grade.report) for grade in grades if grade.report is not None]
    most = max((report.max_score for _, report in judged), default=0.0)
    scores = [(grade.handed.name, grade.score) for grade, _ in judged]
    return Overview(
        slug=exercise.slug,
        title=exercise.title,
        students=len(grades),
        counts=counts(grades),
        points=tuple(bins(scores, most)),
        spread=spread([score for _, score in scores], most),
        checks=tuple(_checks(judged)),
        causes=tuple(_causes(judged, Mask(exercise, (grade.handed for grade in grades)))),
        **remarks(grades),
        place=place(judged),
    )


def counts(grades: Iterable[Grade]) -> tuple[tuple[str, int], ...]:
    """Return how many submissions have which status."""
    found = Counter(grade.status for grade in grades)
    return tuple((status, found[status]) for status in STATUSES if found[status])


class Remarks(TypedDict):
    """What is said of single students."""

    odd: tuple[Odd, ...]
    ungraded: tuple[Odd, ...]
    missing: tuple[Odd, ...]
    late: tuple[Odd, ...]
    moved: tuple[Odd, ...]


def remarks(grades: Sequence[Grade]) -> Remarks:
    """Return what stands out, what was not graded, who is missing, and whose points moved."""
    judged = [(grade, grade.report) for grade in grades if grade.report is not None]
    signs = zip(judged, outliers([report for _, report in judged]), strict=True)
    return Remarks(
        odd=tuple(_odd(grade, what, kind) for (grade, _), found in signs for kind, what in found),
        ungraded=tuple(
            _odd(grade, grade.handed.problem or "the grader failed over it")
            for grade in grades
            if grade.report is None and not grade.handed.missing
        ),
        missing=tuple(_odd(grade, grade.handed.problem) for grade in grades if grade.handed.missing),
        late=tuple(_odd(grade, "") for grade in grades if grade.handed.late and not grade.handed.missing),
        moved=tuple(
            _odd(grade, f"from {_score(grade.before)} to {_score(grade.report)}")
            for grade, _ in judged
            if grade.before is not None and grade.report is not None
        ),
    )


def _odd(grade: Grade, what: str, kind: str = "") -> Odd:
    return Odd(name=grade.handed.name, what=what, kind=kind, exercise=grade.handed.exercise)


def spread(scores: Sequence[float], most: float) -> str:
    """Say how points are spread, in a sentence."""
    if not scores or not most:
        return ""
    average, middle = (points(value, 1) for value in (mean(scores), median(scores)))
    return f"On average {average} of {points(most, 1)} points; half of the class has at least {middle}."


_Judged = Sequence[tuple[Grade, Summary]]


def bins(scores: Iterable[tuple[str, float]], most: float) -> Iterator[Bin]:
    """Yield those without a point, those in between by fifths, and those with all."""
    names: dict[int, list[str]] = defaultdict(list)
    for name, score in scores:
        share = score / most if most else 0.0
        # A fraction of a point more, by how floats are rounded, is no part more.
        place = 0 if share <= 0 else BINS + 1 if share >= 1 else ceil(share * BINS - 1e-9)
        names[place].append(name)
    yield Bin(label="none", names=tuple(names[0]))
    for place in range(BINS):
        low, high = (points(most * part / BINS, 1) for part in (place, place + 1))
        yield Bin(label=f"{low} to {high}" if place else f"up to {high}", names=tuple(names[place + 1]))
    yield Bin(label=f"all {points(most, 1)}", names=tuple(names[BINS + 1]))


def _checks(judged: _Judged) -> Iterator[CheckCount]:
    marks: dict[str, list[tuple[str, Mark]]] = defaultdict(list)
    for grade, report in judged:
        for mark in report.marks:
            marks[mark.name].append((grade.handed.name, mark))
    for found in marks.values():
        statuses = Counter(mark.status for _, mark in found)
        yield CheckCount(
            title=found[0][1].title,
            passed=statuses["passed"],
            failed=tuple(name for name, mark in found if mark.status == "failed"),
            skipped=statuses["skipped"] + statuses["error"],
        )


def _causes(judged: _Judged, mask: Mask) -> Iterator[CauseCount]:
    """Yield the diagnoses, the commonest first, each with an example that does not tell whose it is."""
    found: dict[str, list[tuple[Grade, Summary]]] = defaultdict(list)
    further: dict[str, list[str]] = defaultdict(list)
    for grade, report in judged:
        for place, code in enumerate(report.codes):
            if place:
                further[code].append(grade.handed.name)
            else:
                found[code].append((grade, report))
    for code in sorted({*found, *further}, key=lambda code: (-len(found[code]), -len(further[code]), code)):
        count = CauseCount(
            code=code,
            title=title(code),
            names=tuple(grade.handed.name for grade, _ in found[code]),
            further=tuple(further[code]),
        )
        yield _with_example(count, found[code], mask) if found[code] else count


def _with_example(count: CauseCount, having: _Judged, mask: Mask) -> CauseCount:
    grade, report = min(having, key=lambda one: _drawn(one[1].whole()))
    nameless = mask.report(report.whole(), grade.handed)
    cause = nameless.diagnostics[0]
    own = cause.file in ("", nameless.submission.name)
    return replace(
        count,
        headline=cause.message,
        hint=cause.hint,
        line=cause.line,
        excerpt=excerpt(nameless.submission.source, cause.line, None, None) if own else (),
    )


def _drawn(report: Report) -> tuple[int, bytes]:
    """Order programs by length, so that the example is a plain one, and else by nothing that tells whose they are."""
    source = report.submission.source.encode("utf-8", "backslashreplace")
    return len(source) // 200, hashlib.sha256(source).digest()


def _score(report: Summary | Points) -> str:
    return f"{points(report.score)} of {points(report.max_score)} points"


def place(judged: _Judged) -> str:
    """Say under which isolation programs were judged, and with which version."""
    tiers = Counter(report.isolation for _, report in judged)
    said = "; ".join(f"{WHERE[tier]}: {count}" for tier, count in sorted(tiers.items()))
    return f"{said} (asyncgrade {grader.__version__})." if said else f"asyncgrade {grader.__version__}"
