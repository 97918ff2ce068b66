"""Calls that went on when a time limit was to end them: it is too long, began late, cannot reach them, or is absent."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import NANOSECONDS, Diagnostic, Span, ThreadStarted, seconds

from .case import Case, Run
from .deadlines import PATIENT, block_of, covers, ended_by_limits, limit_of, name_of, seconds_of
from .lateness import TOLERANCE
from .tasks import shield_of
from .words import quoted


def outlived(case: Case) -> Iterator[Diagnostic]:
    """Name what let a call go on at a moment at which a time limit ends it in the expected run."""
    for run in case.failed_runs:
        for usual, time in ended_by_limits(run):
            own = next((span for span in run.spans if span.label == usual.label), None)
            if own is None or own.end <= usual.end + TOLERANCE or own.start > usual.start + TOLERANCE:
                continue
            limit = limit_of(case, run, own)
            yield (
                _shielded(case, run, own)
                or (_begun_late(case, run, own, usual, time, limit) if limit is not None else None)
                or (_of_another_length(case, own, usual, time, limit) if limit is not None else None)
                or _unlimited(case, own, time, limit)
            )
            return


def _shielded(case: Case, run: Run, own: Span) -> Diagnostic | None:
    """Name the `shield` that keeps a limit from a call."""
    shield = shield_of(case, run.tasks.get(own.task or 0))
    if shield is None:
        return None
    return case.diagnostic(
        "timeout-misuse",
        f"the limit ended the wait, and not {quoted(own.label)}: it went on until t={seconds(own.end)}",
        shield,
        label="keeps the cancellation from what stands inside",
        hint="What does a time limit do to what it waits for, and what does `shield` keep from that?",
    )


def _begun_late(case: Case, run: Run, own: Span, usual: Span, time: int, limit: ast.Call) -> Diagnostic | None:
    """Name a limit of the right length that began when something else had ended."""
    block, due = block_of(case, limit), time - usual.start
    if not _is_of_length(case, limit, due, unknown=True):
        return None
    for stand in run.stands:
        line = case.line(stand.levels[0].place)
        start = run.trace.events[stand.start].time
        end = run.trace.events[stand.end].time if stand.end is not None else own.end
        if line is None or not covers(block, line) or not usual.start + TOLERANCE < start <= own.end <= end:
            continue
        if not _is_of_length(case, limit, due, unknown=abs(end - start - due) <= TOLERANCE):
            continue
        before = [span.label for span in run.spans if span.end == start and span.function == own.function]
        looped = case.code.loop_of(limit) is not None
        return case.diagnostic(
            "sequential-awaits",
            f"the limit of {quoted(own.label)} began at t={seconds(start)}"
            + (f", when {quoted(before[0])} had ended" if before else f", not at t={seconds(usual.start)}"),
            limit,
            label=f"{'every turn of the loop waits' if looped else 'waits'} until this has ended",
            notes=[f"{quoted(own.label)} was under way since t={seconds(own.start)}"],
            hint="When does each limit begin, and what does its line wait for before that?",
        )
    return None


def _of_another_length(case: Case, own: Span, usual: Span, time: int, limit: ast.Call) -> Diagnostic | None:
    """Name a limit that lets a call go on for longer than was asked for."""
    if _is_of_length(case, limit, time - usual.start, unknown=False):
        return None
    return case.diagnostic(
        "wrong-output",
        f"`{name_of(case, limit)}` let {quoted(own.label)} go on until t={seconds(own.end)}; t={seconds(time)} was due",
        limit,
        label="the limit",
        hint="After how many seconds does this limit run out, and how many does the exercise allow?",
    )


def _is_of_length(case: Case, limit: ast.Call, due: int, *, unknown: bool) -> bool:
    """Whether a limit is as long as it is to be, as far as its text says."""
    allowed = seconds_of(case, limit)
    return unknown if allowed is None else abs(allowed * NANOSECONDS - due) <= TOLERANCE


def _unlimited(case: Case, own: Span, time: int, limit: ast.Call | None) -> Diagnostic:
    """Say that nothing ended a call when that was due."""
    patient = limit is not None and name_of(case, limit) in PATIENT
    cancels = any(isinstance(node, ast.Attribute) and node.attr == "cancel" for node in case.code.nodes)
    label = "no limit stands round it" if limit is None and not cancels else ""
    line = case.line(own.place)
    return case.diagnostic(
        "task-not-cancelled" if patient else "timeout-misuse",
        f"nothing ended {quoted(own.label)} at t={seconds(time)}: it went on until t={seconds(own.end)}",
        limit or (case.code.on_line(line, own.function) if line is not None else None) or own.place,
        label="comes back at its limit, and cancels nothing" if patient else label,
        hint="What becomes of a task that has not ended when this limit is reached?"
        if patient
        else "How long may this wait last, and what ends it then?",
    )


def in_a_thread(case: Case) -> Iterator[Diagnostic]:
    """Name a thread that went on when the wait for it was cancelled, and that the program waited for at its end."""
    for run in case.failed_runs:
        reference = run.reference
        if reference is None or run.trace.duration_ns <= reference.duration_ns + TOLERANCE:
            continue
        threads = {event.place for event in run.events(ThreadStarted) if event.place is not None}
        for stand in run.stands:
            level = stand.levels[-1]
            line, span = case.line(level.place), run.by_call.get(level.call.call)
            call = case.code.on_line(line, "to_thread", "run_in_executor") if line is not None else None
            if level.place not in threads or call is None or span is None:
                continue
            if not run.is_cancelled_in_the_reference(span.label) or span.end >= run.trace.duration_ns:
                continue
            yield case.diagnostic(
                "timeout-misuse",
                f"{quoted(span.label)} was cancelled at t={seconds(span.end)}; "
                f"its thread went on until t={seconds(run.trace.duration_ns)}",
                call,
                label="a thread cannot be cancelled",
                hint="What ends when this wait is cancelled: the work in the thread, or only the wait for it?",
            )
            return
