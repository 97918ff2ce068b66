"""Grades of a class, counted for its instructor: points, checks, root causes, and what stands out."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

import grader
from grader.diagnosis.pages import title
from grader.model import CheckResult, Crashed, Exercise, LimitExceeded, Protocol, Report, TimedOut
from grader.report.excerpt import excerpt
from grader.report.exchange.tables import points
from grader.report.overview import Bin, CauseCount, CheckCount, Odd, Overview
from grader.report.story import WHERE
from grader.report.words import outcome_words

from .grading import Grade

BINS = 5
"""Into how many parts the points between none and all are cut."""

STATUSES = ("passed", "failed", "missing", "unreadable", "error")


def overview(exercise: Exercise, grades: Sequence[Grade]) -> Overview:
    """Count what a class has done."""
    judged = [(grade, grade.report) for grade in grades if grade.report is not None]
    statuses = Counter(grade.status for grade in grades)
    return Overview(
        slug=exercise.slug,
        title=exercise.title,
        counts=tuple((status, statuses[status]) for status in STATUSES if statuses[status]),
        points=tuple(_bins(judged)),
        checks=tuple(_checks(judged)),
        causes=tuple(_causes(judged)),
        odd=tuple(_odd(judged)),
        ungraded=tuple(
            Odd(name=grade.handed.name, what=grade.handed.problem or "the grader failed over it")
            for grade in grades
            if grade.report is None
        ),
        moved=tuple(
            Odd(name=grade.handed.name, what=f"from {_score(grade.before)} to {_score(grade.report)}")
            for grade in grades
            if grade.before is not None and grade.report is not None
        ),
        place=_place(judged),
    )


_Judged = Sequence[tuple[Grade, Report]]


def _bins(judged: _Judged) -> Iterator[Bin]:
    """Yield those without a point, those in between by fifths, and those with all."""
    most = max((report.max_score for _, report in judged), default=0.0)
    names: dict[int, list[str]] = defaultdict(list)
    for grade, report in judged:
        share = report.score / report.max_score if report.max_score else 0.0
        # A fraction of a point more, by how floats are rounded, is no part more.
        place = 0 if share <= 0 else BINS + 1 if share >= 1 else ceil(share * BINS - 1e-9)
        names[place].append(grade.handed.name)
    yield Bin(label="none", names=tuple(names[0]))
    for place in range(BINS):
        low, high = (points(most * part / BINS, 1) for part in (place, place + 1))
        yield Bin(label=f"{low} to {high}" if place else f"up to {high}", names=tuple(names[place + 1]))
    yield Bin(label=f"all {points(most, 1)}", names=tuple(names[BINS + 1]))


def _checks(judged: _Judged) -> Iterator[CheckCount]:
    results: dict[str, list[tuple[str, CheckResult]]] = defaultdict(list)
    for grade, report in judged:
        for result in report.results:
            results[result.name].append((grade.handed.name, result))
    for found in results.values():
        statuses = Counter(result.status for _, result in found)
        yield CheckCount(
            title=found[0][1].title,
            passed=statuses["passed"],
            failed=tuple(name for name, result in found if result.status == "failed"),
            skipped=statuses["skipped"] + statuses["error"],
        )


def _causes(judged: _Judged) -> Iterator[CauseCount]:
    """Yield the root causes, the commonest first, each with an example whose choice does not tell whose it is."""
    found: dict[str, list[tuple[Grade, Report]]] = defaultdict(list)
    for grade, report in judged:
        if report.diagnostics:
            found[report.diagnostics[0].code].append((grade, report))
    for code in sorted(found, key=lambda code: (-len(found[code]), code)):
        example = min((report for _, report in found[code]), key=_drawn)
        cause = example.diagnostics[0]
        own = cause.file in ("", example.submission.name)
        yield CauseCount(
            code=code,
            title=title(code),
            names=tuple(grade.handed.name for grade, _ in found[code]),
            headline=cause.message,
            line=cause.line,
            excerpt=excerpt(example.submission.source, cause.line, None, None) if own else (),
        )


def _drawn(report: Report) -> tuple[int, bytes]:
    """Order programs by length, so that the example is a plain one, and else by nothing that tells whose they are."""
    source = report.submission.source.encode("utf-8", "backslashreplace")
    return len(source) // 200, hashlib.sha256(source).digest()


def _odd(judged: _Judged) -> Iterator[Odd]:
    for grade, report in judged:
        match report.outcome:
            case Protocol():
                what = "its process spoke to the judge for itself, which a program does not do by accident"
            case LimitExceeded() | Crashed() | TimedOut():
                what = outcome_words(report.outcome, "main()")
            case _:
                continue
        yield Odd(name=grade.handed.name, what=what)


def _score(report: Report) -> str:
    return f"{points(report.score)} of {points(report.max_score)} points"


def _place(judged: _Judged) -> str:
    tiers = Counter(report.environment.isolation for _, report in judged)
    said = "; ".join(f"{WHERE[tier]}: {count}" for tier, count in sorted(tiers.items()))
    return f"{said} (asyncgrade {grader.__version__})." if said else f"asyncgrade {grader.__version__}"
