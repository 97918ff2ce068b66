"""Work in hand that a cancellation or a time limit ended, where the expected run finishes it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from grader.model import NANOSECONDS, Diagnostic, Place, Raised, Returned, Span, TaskEnded, seconds
from grader.trace import Stand

from .case import Case, Run
from .deadlines import ended_by_limits, limit_round, limits_in, seconds_of
from .lateness import TOLERANCE
from .words import quoted


def limit_round_several(case: Case) -> Iterator[Diagnostic]:
    """Name one time limit round several calls, which ended some of them, where each was to have its own."""
    for run in case.failed_runs:
        cuts = {
            name: run.trace.events[stand.end or 0].time for stand in run.cancelled if (name := _ended_by(run, stand))
        }
        ended = sorted(cuts)
        asked_for = run.expected_run is not None and run.expected_run.cancelled
        for call in case.code.calls_of("wait_for", "timeout", "timeout_at") if ended and asked_for else ():
            outer = next((node for node in case.code.around(call) if isinstance(node, ast.AsyncWith)), call)
            if not _holds_several(case, outer) or case.code.loop_of(call) is not None:
                continue
            if _given_up_alone(run, cuts):
                continue
            yield case.diagnostic(
                "timeout-misuse",
                f"{quoted(case.code.callee(call))} set one limit for several calls",
                call,
                label="runs out for all of them at once",
                notes=[f"cancelled by it: {quoted(name)}" for name in ended[:3]],
                hint="Whose time does this limit measure: that of each call, or that of all of them together?",
            )
            return


def results_lost(case: Case) -> Iterator[Diagnostic]:
    """Ask about a script's one limit round a `gather`: what had ended by then is lost with the rest."""
    for run in case.runs if case.is_script else ():
        for call in case.code.calls_of("wait_for"):
            given = call.args[0] if call.args else None
            if not isinstance(given, ast.Call) or case.code.callee(given).rpartition(".")[2] != "gather":
                continue
            lines = range(given.lineno, (given.end_lineno or given.lineno) + 1)
            own = [task for task, begun in run.tasks.items() if case.line(begun.place) in lines and task in run.ends]
            cut = [task for task in own if run.ends[task].how == "cancelled"]
            done = [task for task in own if run.ends[task].how == "returned"]
            if not cut or not done or not case.code.is_awaited(call):
                continue
            yield case.diagnostic(
                "timeout-misuse",
                f"one limit for all ended {quoted(run.names[cut[0]], 40)}, and no other result came out either",
                call,
                label="runs out for all of them at once",
                notes=[f"had ended by then: {quoted(run.names[task])}" for task in done[:3]],
                hint="Whose time does this limit measure: that of each call, or that of all of them together?",
                certain=False,
            )
            return


def _ended_by(run: Run, stand: Stand) -> str:
    """Return what a cancellation ended: a task of its own, or the call that `main` awaited."""
    if stand.task != 1:
        return run.names.get(stand.task, "")
    own = [run.by_call[level.call.call] for level in stand.levels if level.call.call in run.by_call]
    return own[-1].label if own and own[-1].parent is not None else ""


def _holds_several(case: Case, block: ast.AST) -> bool:
    """Whether a block waits for several calls: all at once, or one after another in a loop."""
    loops = [node for node in ast.walk(block) if isinstance(node, ast.For)]
    called = [call for loop in loops for call in case.code.calls_of(*case.known_functions, within=loop)]
    in_turn = any(case.code.is_awaited(call) for call in called)
    return in_turn or bool(case.code.calls_of("gather", "as_completed", within=block))


def gave_up(case: Case) -> Iterator[Diagnostic]:
    """Name a time limit at which a wait was given up for what came later in the expected run."""
    for run in case.failed_runs:
        for stand, limit, end in ran_out(case, run):
            call = stand.levels[0].call
            inner = [span.label for span in run.spans if call.call in (span.call, span.parent)]
            if any(_waits_longer(run, label, end) for label in inner):
                yield case.diagnostic(
                    "timeout-misuse",
                    f"{quoted(case.code.code(limit), 60)} gave up at t={seconds(end)}, too early",
                    limit,
                    label="too short a limit" if any(ended_by_limits(run)) else "nobody asked for a limit here",
                    notes=[f"in {quoted(inner[0])}"],
                    hint="How long may this take, and which code is to say so?",
                )
                return


def raised_by_hand(case: Case) -> Iterator[Diagnostic]:
    """Name a function that gives up by a `raise` of its own, where it was to go on for as long as it takes."""
    for run in case.failed_runs:
        outcome, reference = run.trace.outcome, run.reference
        if not isinstance(outcome, Raised) or outcome.error != "TimeoutError" or reference is None:
            continue
        line = case.line(outcome.place)
        statement = case.code.statement(line) if line is not None else None
        function = case.code.function_of(statement) if statement is not None else None
        ended = run.trace.duration_ns
        if not isinstance(statement, ast.Raise) or function is None or not isinstance(reference.outcome, Returned):
            continue
        if run.trace.target.partition("(")[0] == function.name and reference.duration_ns > ended + TOLERANCE:
            yield case.diagnostic(
                "timeout-misuse",
                f"{case.subject(run)} gave up by itself at t={seconds(ended)}; it was to last until "
                f"t={seconds(reference.duration_ns)}",
                statement,
                label=f"`{function.name}` sets a limit to itself",
                hint=f"Who knows how long is long enough: `{function.name}`, or the code that waits for it?",
            )
            return


def ran_out(case: Case, run: Run) -> Iterator[tuple[Stand, ast.Call, int]]:
    """Yield the waits that took exactly as long as the limit on their line, with it and when they ended."""
    found: dict[int | None, ast.Call | None] = {}
    for stand in run.stands if any(limits_in(case)) else ():
        line = case.line(stand.levels[0].place)
        if line not in found:
            found[line] = limit_round(case, line)
        limit = found[line]
        if limit is None or stand.end is None:
            continue
        allowed = seconds_of(case, limit)
        start, end = (run.trace.events[index].time for index in (stand.start, stand.end))
        if allowed is not None and end - start == round(allowed * NANOSECONDS):
            yield stand, limit, end


def _waits_longer(run: Run, label: str, end: int) -> bool:
    """Whether the same call goes on waiting after a time in the expected run, at which that cancels nothing."""
    reference = run.expected_run
    if reference is None or any(reference.trace.events[stand.end or 0].time == end for stand in reference.cancelled):
        return False
    return any(span.label == label and span.end > end + TOLERANCE for span in run.expected)


def _given_up_alone(run: Run, cuts: Mapping[str, int]) -> bool:
    """Whether all that is due was printed, or as much of it where the same calls are due to end: nothing was lost."""
    if all(map(run.is_cancelled_in_the_reference, cuts)):
        ends = (run.trace.duration_ns + 1, min(cuts.values(), default=0))
        printed, due = (
            [sum(line.time < end for line in found) for end in ends] for found in (run.lines, run.expected_lines)
        )
        if all(one >= other for one, other in zip(printed, due, strict=True)):
            return True
    printed_texts = {line.text for line in run.lines}
    return all(line.text in printed_texts for line in run.expected_lines)


def job_cut_short(case: Case) -> Iterator[Diagnostic]:
    """Name work in hand that was cancelled, though it was to be finished."""
    calls = case.code.calls_of("cancel") or case.code.calls_of("wait_for", "timeout", "timeout_at")
    for run in case.failed_runs if calls else ():
        latest = {cut.span.call: cut for cut in _cuts(run)}
        for cut in latest.values():
            due = _due_later(run, cut)
            if due is None:
                continue
            call = calls[0] if len(calls) == 1 else None
            yield case.diagnostic(
                "job-cut-short",
                f"{quoted(cut.span.label)} was at work when {_what(cut)} was cancelled at t={seconds(cut.time)}",
                call or cut.place,
                label="ends what is under way" if call else "cut off",
                notes=[f"asked for, and never printed: {quoted(due, 60)}"],
                hint="How does a task learn that it is to stop after the work in hand, and not in the middle of it?",
            )
            return


def end_guessed(case: Case) -> Iterator[Diagnostic]:
    """Name a wait for an item with a time limit, where the program ended late since a pause was to show the end."""
    waits = [call for call in case.code.calls_of("wait_for") if case.code.calls_of("get", within=call)]
    for run in case.failed_runs if waits else ():
        if run.reference is None or run.trace.duration_ns <= run.reference.duration_ns + TOLERANCE:
            continue
        ended, due = seconds(run.trace.duration_ns), seconds(run.reference.duration_ns)
        yield case.diagnostic(
            "timeout-misuse",
            f"{case.subject(run)} ended at t={ended}, not at t={due}: a limit ran out before it knew of the end",
            waits[0],
            label="takes a pause for the end",
            hint="What tells for certain that nothing more will come, and when is that known?",
        )
        return


def job_given_up(case: Case) -> Iterator[Diagnostic]:
    """Name work that is a wait for a signal with a time limit: it ends when the signal comes, done or not."""
    waits = [
        call for call in case.code.calls_of("wait_for") if any(map(case.code.calls_of("wait").__contains__, call.args))
    ]
    for run in case.failed_runs if waits else ():
        printed = {line.text for line in run.lines}
        by_label = {span.label: span for span in run.spans}
        for span in run.expected:
            ended = by_label.get(span.label, span).end
            due = next((text for time, text in span.lines if time > ended and text not in printed), None)
            if due is not None:
                yield case.diagnostic(
                    "job-cut-short",
                    f"{quoted(span.label)} ended at t={seconds(ended)}, with work in hand",
                    waits[0],
                    label="ends as soon as what it waits for comes",
                    notes=[f"asked for, and never printed: {quoted(due, 60)}"],
                    hint="How long does the work take, and what is to become of it when the signal comes meanwhile?",
                )
                return


class _Cut(NamedTuple):
    """Work that a cancellation ended."""

    span: Span
    """The call, or the one that had handed the work to a task of its own."""
    time: int
    place: Place | None
    handed_on: str
    """What that task ran; empty where the call was cancelled itself."""


def _what(cut: _Cut) -> str:
    return f"its {quoted(cut.handed_on)}" if cut.handed_on else "it"


def _cuts(run: Run) -> Iterator[_Cut]:
    """Yield the calls that were cancelled, and those of which a task was, that ran no function of the program's."""
    for stand in run.cancelled:
        if stand.awaiting.endswith((".wait()", ".get()")):
            continue  # a wait for a signal or an item is no work
        for level in reversed(stand.levels):
            if level.call.call in run.by_call and level.call.parent is not None:
                time = run.trace.events[stand.end or 0].time
                yield _Cut(run.by_call[level.call.call], time, stand.levels[-1].place, "")
    own = {span.task for span in run.spans}
    for event in run.events(TaskEnded):
        if event.task == 1:
            return  # what is cancelled later was left behind
        task = run.tasks.get(event.task)
        if event.how != "cancelled" or task is None or event.task in own:
            continue
        if task.name.endswith((".wait()", ".get()")):
            continue  # a wait for a signal or an item is no work
        for span in run.spans:
            if span.task == task.parent and span.start <= event.time:
                yield _Cut(span, event.time, task.place, task.name.replace(", None)", ")"))


def _due_later(run: Run, cut: _Cut) -> str | None:
    """Return the line that the same call prints next in the expected run, if it was never printed in this one."""
    printed = {line.text for line in run.lines}
    for span in run.expected:
        if span.label == cut.span.label and span.finished:
            for time, text in span.lines:
                if time > cut.time:
                    return None if text in printed else text
    return None
