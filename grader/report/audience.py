"""Report -> the report for a student: nothing is in it of what a hidden check is called, asks for, gave or got.

This is the one place where something is left out for somebody, and it comes before every format: a format is given what
its reader may see, so one of another package cannot show more. What goes on is listed here, field by field; a field
that is added to the types stays behind until it is listed, too.

What a check's run shows reaches a report by more than its result: by a timeline, by a diagnosis, by the title that
another check needs. A diagnosis speaks in values of the run, so those of runs that are not shown never mix with the
others: `Report.for_students` comes from the checks that everybody sees, and `CheckResult.causes` from one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import structs

from grader.model import Audience, CheckResult, Detail, Diagnostic, Report

HIDDEN = "Check {}, which is not shown"
"""What stands in place of a hidden check's title; its place tells it from others, as formats need it."""


def shown_to(report: Report, audience: Audience, now: datetime | None = None) -> Report:
    """Return a report as its audience may see it; `now` has a time zone, without it what waits for a date is hidden."""
    return for_student(report, now) if audience == "student" else report


def for_student(report: Report, now: datetime | None = None) -> Report:
    """Leave out of a report what its student is not shown."""
    if report.audience == "student":
        return report
    if all(result.is_open for result in report.results):
        return structs.replace(report, audience="student", for_authors=(), for_students=None)
    named = [result.title for result in report.results if _is_named(result, now)]
    kept = _kept(report, now)
    known = report.for_students or ()
    diagnostics = tuple(_diagnostics(report, now))
    return Report(
        schema=report.schema,
        audience="student",
        exercise=report.exercise,
        title=report.title,
        submission=report.submission,
        score=report.score,
        max_score=report.max_score,
        capped=report.capped,
        adjustments=report.adjustments,
        outcome=report.outcome,
        results=tuple(
            _result(result, number, now, named, known, kept) for number, result in enumerate(report.results, 1)
        ),
        diagnostics=diagnostics,
        timelines=tuple(report.timelines[index] for index in kept),
        hint=diagnostics[0].hint if diagnostics else "",
        remarks=report.remarks,
        environment=report.environment,
    )


def _is_named(result: CheckResult, now: datetime | None) -> bool:
    """Whether students are told at this moment which check it is."""
    due = result.visible_from is not None and now is not None and now >= result.visible_from
    return result.visibility == "visible" or due


def _detail(result: CheckResult, now: datetime | None) -> Detail:
    """Return how much students are told at this moment: of a hidden check never all, before its date the least."""
    if _is_named(result, now):
        return result.detail
    return "cause" if result.detail == "cause" and result.visible_from is None else "verdict"


def _result(
    result: CheckResult,
    number: int,
    now: datetime | None,
    named: Sequence[str],
    known: Sequence[Diagnostic],
    kept: Sequence[int],
) -> CheckResult:
    detail = _detail(result, now)
    causes = _causes(result, detail)
    codes = tuple(cause.code for cause in (known if result.is_open else causes)[:1])
    is_named, is_full = _is_named(result, now), detail == "full"
    return CheckResult(
        name=result.name if is_named else f"hidden_{number}",
        title=result.title if is_named else HIDDEN.format(number),
        status=result.status,
        points=result.points,
        max_points=result.max_points,
        visibility="visible" if is_named else "hidden",
        visible_from=None if is_named else result.visible_from,
        detail=detail,
        evidence=result.evidence if is_named else "observed",
        # What a check says that did not fail is made of others: the title of one, what another one's run used up.
        needs=result.needs if is_named and result.needs in named else "",
        message=result.message if is_full and result.status == "failed" else "",
        expected=result.expected if is_full else (),
        actual=result.actual if is_full else (),
        diagnostics=codes if result.diagnostics else (),
        target=result.target if is_full else "",
        run=kept.index(result.run) if is_full and result.run in kept else None,
        schedule=result.schedule if is_full else None,
    )


def _causes(result: CheckResult, detail: Detail) -> tuple[Diagnostic, ...]:
    """Return what may be told of why a check failed; of a `cause` only what holds nothing that was given to its run."""
    match detail:
        case "full":
            return result.causes
        case "cause":
            return tuple(
                Diagnostic(code=cause.code, message=cause.message, file=cause.file, line=cause.line)
                for cause in (result.causes if result.detail == "cause" else ())[:1]
            )
        case "verdict":
            return ()


def _diagnostics(report: Report, now: datetime | None) -> Iterator[Diagnostic]:
    """Yield what the checks that are shown have found, one for each code and line."""
    told = set()
    names = {result.name for result in report.results if _is_named(result, now)}
    found = (_causes(result, _detail(result, now)) for result in report.results)
    for diagnostic in (*(report.for_students or ()), *(cause for causes in found for cause in causes)):
        if (diagnostic.code, diagnostic.line) not in told:
            told.add((diagnostic.code, diagnostic.line))
            yield structs.replace(diagnostic, checks=tuple(name for name in diagnostic.checks if name in names))


def _kept(report: Report, now: datetime | None) -> list[int]:
    """Return the places of the timelines that are shown: those of checks that are; where none failed that of `main`."""
    owners = {result.run: result for result in report.results if result.run is not None}
    of_main = not owners and all(result.status != "failed" for result in report.results)
    return [
        index
        for index in range(len(report.timelines))
        if (of_main if index not in owners else _detail(owners[index], now) == "full")
    ]
