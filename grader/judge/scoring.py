"""What came of the checks becomes a report: points, the rule of the half, diagnosis, timelines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from msgspec import structs

from grader import __version__
from grader.diagnosis import Demand, Evidence, Finding, remarks, title
from grader.model import CheckResult, Diagnostic, Environment, Outcome, RealTime, Rejected, Report, Timeline, Trace
from grader.trace import timeline

from .examination import Examination, about
from .state import ENDS, BudgetUsedUp, CheckState

TIMELINES = 3
"""How many failed checks are shown with a timeline; the reference solution is run for each. Beside these comes the
first one that looks at the program as it stands."""


def report(examination: Examination) -> Report:
    """Sum up an examination whose checks have run."""
    exercise = examination.material.exercise
    states = list(examination.states.values())
    main = _main(examination)
    failed = [state for state in states if state.status == "failed"]
    # What is not for everybody to see takes no timeline from what is.
    drawn = sorted(failed, key=lambda state: not state.showing.is_open)
    pictured = _pictured(drawn)
    ran = examination.references([state.runs[-1][0] for state in pictured])
    references = {state.name: trace for state, trace in zip(pictured, ran, strict=True)}
    compared = {state.name: references.get(state.name) for state in drawn[:TIMELINES]}

    def found(some: list[CheckState]) -> tuple[Diagnostic, ...]:
        return _diagnosed(examination, some, compared, main)

    diagnostics = found(failed)
    everybody = all(state.showing.is_open for state in states)
    timelines, indices = _timelines(pictured, references, None if failed else main)
    results = tuple(
        _result(state, diagnostics, indices.get(state.name), _causes(state, found, exercise.file)) for state in states
    )
    score, capped = _score(results, provoked=any(state.provoked for state in states))
    return Report(
        exercise=exercise.slug,
        title=exercise.title,
        submission=examination.submission,
        score=score,
        max_score=sum(result.max_points for result in results),
        capped=capped,
        outcome=_outcome(main),
        results=results,
        diagnostics=diagnostics,
        for_students=None if everybody else found([state for state in failed if state.showing.is_open]),
        timelines=timelines,
        hint=diagnostics[0].hint if diagnostics else "",
        remarks=(*remarks(examination.submission.source), *_real_time(main)),
        for_authors=tuple(remark for state in states for remark in state.remarks),
        environment=_environment(examination),
    )


def _diagnosed(
    examination: Examination, failed: list[CheckState], references: dict[str, Trace | None], main: Trace | None
) -> tuple[Diagnostic, ...]:
    """Return what failed checks show; nothing of the runs of others is in it."""
    if not failed:
        return ()
    from grader.diagnosis import diagnose

    return diagnose(
        Evidence(
            source=examination.submission.source,
            exercise=examination.material.exercise,
            findings=tuple(_finding(state, references.get(state.name)) for state in failed if state.runs),
            main=main,
            demands=tuple(Demand(title=state.title, construct=state.without) for state in failed if state.without),
        )
    )


def _causes(
    state: CheckState, found: Callable[[list[CheckState]], tuple[Diagnostic, ...]], file: str
) -> tuple[Diagnostic, ...]:
    """Return what may be told of why a check failed that not everybody sees in full."""
    if state.status != "failed" or state.showing.is_open or state.showing.detail == "verdict":
        return ()
    causes = found([state])
    return causes if state.showing.detail == "full" else tuple(_general(cause, file) for cause in causes[:1])


def _general(cause: Diagnostic, file: str) -> Diagnostic:
    """Leave of a diagnostic what holds no value of a run: what is called so, and the line of the learner's own file."""
    own = cause.file in ("", file)
    return Diagnostic(
        code=cause.code, message=title(cause.code), file=file if own else "", line=cause.line if own else None
    )


def _real_time(main: Trace | None) -> tuple[str, ...]:
    """Say that the times of a run are not exact."""
    told = next((event for event in main.events if isinstance(event, RealTime)), None) if main else None
    return (f"This run waited for {told.reason}, in real time: its times are not exact.",) if told is not None else ()


def fault(examination: Examination, error: BaseException) -> Report:
    """Report that the grader itself failed over a submission: every check is an error, the program is not judged."""
    exercise = examination.material.exercise
    results = tuple(
        CheckResult(
            name=state.name,
            title=state.title,
            status="error",
            points=0,
            max_points=state.points,
            **_shown(state),
            message=f"{type(error).__name__}: {error}",
        )
        for state in examination.states.values()
    )
    return Report(
        exercise=exercise.slug,
        title=exercise.title,
        submission=examination.submission,
        score=0,
        max_score=sum(result.max_points for result in results),
        outcome=Rejected(code="budget-used-up", message="`main()` was not run: the grader failed", name="main"),
        results=results,
        diagnostics=(),
        environment=_environment(examination),
    )


def _environment(examination: Examination) -> Environment:
    return Environment(
        grader=__version__,
        python=examination.backend.version,
        platform=sys.platform,
        isolation=examination.isolation,
        backend=examination.backend.name,
        seed=examination.seed[:8].hex(),
    )


def _main(examination: Examination) -> Trace | None:
    try:
        return examination.main().trace
    except BudgetUsedUp:
        return None


def _outcome(main: Trace | None) -> Outcome:
    if main is not None:
        return main.outcome
    return Rejected(
        code="budget-used-up", message="`main()` was not run: an earlier run used up the limit", name="main"
    )


def _finding(state: CheckState, reference: Trace | None) -> Finding:
    assert state.difference is not None
    return Finding(
        check=state.name,
        title=state.title,
        trace=state.runs[-1][1].trace,
        reference=reference,
        message=state.difference.message,
        expected=state.difference.expected,
        actual=state.difference.actual,
        let_out=not any(line.endswith(ENDS) for line in state.difference.expected),
        usual=state.runs[-2][1].trace if state.schedule is not None else None,
        changes=state.schedule.changes if state.schedule is not None else (),
    )


def _pictured(failed: list[CheckState]) -> list[CheckState]:
    """Return the failed checks that are shown with a timeline."""
    usual = [state for state in failed[TIMELINES:] if _is_usual(state)][:1]
    return [state for state in (*failed[:TIMELINES], *usual) if state.runs]


def _timelines(
    pictured: list[CheckState], references: dict[str, Trace | None], main: Trace | None
) -> tuple[tuple[Timeline, ...], dict[str, int]]:
    """Return the timelines to show, and which of them belongs to which check; that of `main` where it is given."""
    shown: list[Timeline] = []
    for state in pictured:
        job, finished = state.runs[-1]
        if state.schedule is None:
            shown.append(timeline(finished.trace, references[state.name], about=about(job)))
        else:  # beside the run that passes: where they part is what matters
            shown.append(timeline(finished.trace, state.runs[-2][1].trace, "usual", about=about(job)))
    if main is not None:
        shown.append(timeline(main, None))
    return tuple(shown), {state.name: number for number, state in enumerate(pictured)}


def _is_usual(state: CheckState) -> bool:
    """Whether a check looked at the program as it stands: the run that a learner knows."""
    trace = state.runs[-1][1].trace if state.runs else None
    return trace is not None and trace.target == "main()" and not trace.replaced and state.schedule is None


def _shown(state: CheckState) -> dict[str, Any]:
    """Return what a result says of who may see it."""
    return structs.asdict(state.showing)


def _result(
    state: CheckState, diagnostics: tuple[Diagnostic, ...], index: int | None, causes: tuple[Diagnostic, ...]
) -> CheckResult:
    passed = state.status == "passed"
    difference = state.difference
    return CheckResult(
        name=state.name,
        title=state.title,
        status=state.status,
        points=state.points if passed else 0,
        max_points=state.points,
        **_shown(state),
        evidence=state.evidence,
        needs=state.needed,
        message=difference.message if difference is not None else state.error,
        expected=difference.expected if difference is not None else (),
        actual=difference.actual if difference is not None else (),
        diagnostics=(diagnostics[0].code,) if state.status == "failed" and diagnostics else (),
        target=state.runs[-1][0].label if state.runs and not passed else "",
        run=index,
        schedule=state.schedule,
        causes=causes,
    )


def _score(results: tuple[CheckResult, ...], *, provoked: bool) -> tuple[float, bool]:
    """Return the points, and whether the rule of the half lowered them: a program with a fault gets at most half.

    A check that is our fault costs its own points, and does not call the rule in: no fault was found in the program.
    One that a program has provoked is no fault of ours.
    """
    earned = sum(result.points for result in results)
    half = sum(result.max_points for result in results) / 2
    statuses = {result.status for result in results}
    blameless = "failed" not in statuses and ("skipped" not in statuses or "error" in statuses)
    if (blameless and not provoked) or earned <= half:
        return earned, False
    return half, True
