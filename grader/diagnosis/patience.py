"""Waits that last too long: for what never ends by itself, for what was to be cancelled, for all in place of the first.

When a wait was to end the expected run says; what is waited for, and with what, the text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Deadlocked, Diagnostic, Part, Span, Suspended, TimedOut, seconds
from grader.trace import Stand

from .case import Case, Run
from .deadlines import ended_by_limits
from .lateness import TOLERANCE, waited_for
from .tasks import is_endless
from .words import quoted


def endless(case: Case) -> Iterator[Diagnostic]:
    """Name a wait of `main` for a call, or a task, that could not end before what comes after it."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, TimedOut | Deadlocked):
            continue
        found = next(filter(None, (_stuck(case, run, stand) for stand in run.stands if stand.end is None)), None)
        if found is not None:
            yield found
            return


def _stuck(case: Case, run: Run, stand: Stand) -> Diagnostic | None:
    place = stand.levels[0].place
    line = case.line(place)
    outer = run.by_call.get(stand.levels[0].call.call)
    if line is None or outer is None or outer.function not in case.code.functions:
        return None
    if stand.awaiting.endswith(".acquire()"):
        return None  # who has the lock is what is told of that
    caller = quoted(outer.label)
    if len(stand.levels) > 1:
        inner = stand.levels[1].call
        node = case.code.on_line(line, inner.function)
        begun = {span.label for span in run.spans}
        waiting = next((span.label for span in run.expected if span.label not in begun), None)
        if node is None or not case.code.is_awaited(node) or waiting is None or inner.call not in run.by_call:
            return None
        label = run.by_call[inner.call].label
        signals = case.code.calls_of("set", within=case.code.function_of(node))
        is_signalled = stand.awaiting.endswith(".wait()") and any(call.lineno > line for call in signals)
        if label not in {span.label for span in run.expected} or not (is_signalled or is_endless(case, label)):
            return None  # why it never ends is another matter
        return case.diagnostic(
            "sequential-awaits",
            f"{caller} waited until {quoted(label)} had ended, and {quoted(waiting)} never began",
            case.code.await_round(node),
            label="nothing below this line begins before it has ended",
            hint="What ends this call, and could the other ones begin before that?",
        )
    event = run.trace.events[stand.start]
    names = [run.names[task] for task in event.on if task in run.names] if isinstance(event, Suspended) else []
    name = next((name for name in names if is_endless(case, name)), None)
    if name is None or isinstance(run.trace.outcome, Deadlocked) or not _is_to_be_cancelled(run, name):
        return None
    below = next((call for call in case.code.calls_of("cancel") if call.lineno > line), None)
    return case.diagnostic(
        "task-not-cancelled",
        f"{caller} waited for {quoted(name)}, which never ends by itself, and nothing had cancelled it",
        place,
        label=f"never gets to line {below.lineno}, which cancels it" if below is not None else "waits for it, too",
        hint="Who tells this task that there is no more to do, and when?",
    )


def _is_to_be_cancelled(run: Run, name: str) -> bool:
    """Whether the expected run cancels a task, as far as there is one."""
    return run.expected_run is None or run.is_cancelled_in_the_reference(name)


def outwaited(case: Case) -> Iterator[Diagnostic]:
    """Name a wait of `main` that went on when others were to be cancelled."""
    for run in case.failed_runs:
        reference = run.expected_run
        if run.trace.target != "main()" or reference is None:
            continue
        if any(ended.how == "raised" for ended in reference.ends.values()):
            continue  # there an error cancels them
        limited = {span.call for span, _ in ended_by_limits(run)}
        for stand in reference.cancelled:
            if stand.levels[-1].call.call in limited:
                continue  # which limit lets it go on is told of that
            time = reference.trace.events[stand.end or 0].time
            name = reference.names.get(stand.task, "")
            call = next((span for span in run.spans if span.label == name), None)
            usual = next((span for span in reference.spans if span.label == name), None)
            if call is None or usual is None or call.end <= usual.end + TOLERANCE:
                continue
            found = _waiting(case, run, reference, time, call)
            if found is not None:
                yield found
                return


def _waiting(case: Case, run: Run, reference: Run, time: int, call: Span) -> Diagnostic | None:
    """Say for what `main` waited at a time at which it was to cancel a call, where that was waited for as well."""
    waiter, part = _part_at(run, time + 1)
    usual = _part_at(reference, time)[1]
    line = case.line(part.place) if part is not None else None
    if waiter is None or part is None or line is None:
        return None
    name = call.label
    on = waited_for(run, waiter, part)
    if call.task not in on and not (call.task == 1 or len(on) == 1):
        return None
    until = seconds(part.end)
    several = usual is not None and usual.what.startswith(("asyncio.wait(", "asyncio._wait("))
    gather = case.code.on_line(line, "gather", "wait")
    if gather is not None and part.what.startswith(("asyncio.gather", "asyncio.wait(", "asyncio._wait(")):
        asked = [ast.unparse(word.value) for word in gather.keywords if word.arg == "return_when"]
        misread = bool(asked) and not asked[0].endswith("ALL_COMPLETED")
        return case.diagnostic(
            "wait-misuse" if misread else "handled-late",
            f"{quoted(case.code.callee(gather))} waited until t={until}; what was waited for was there at "
            f"t={seconds(time)}",
            gather,
            label=f"with `{asked[0]}` it waits for all, as long as none fails" if misread else "waits for all of them",
            notes=[f"{quoted(name)} was to be cancelled then"],
            hint="When does this wait come back, and when is the answer known that the program needs?",
        )
    if several and len(on) == 1:
        return case.diagnostic(
            "hard-coded-output",
            f"`main()` waited for {quoted(part.what)} alone, whoever answered first",
            part.place,
            label="decided before anybody has answered",
            notes=[f"an answer was there at t={seconds(time)}, this one at t={until}"],
            hint="Which construct comes back as soon as any one of several tasks has ended?",
        )
    if call.task not in on and call.task != 1:
        return None
    return case.diagnostic(
        "task-not-cancelled",
        f"{quoted(name)} was to be cancelled at t={seconds(time)}, and was waited for until t={until}",
        part.place,
        label="leaving this block waits for its tasks" if part.what.startswith("the tasks of") else "waits for its end",
        hint="Who tells this task that there is no more to do, and when?",
    )


def _part_at(run: Run, time: int) -> tuple[Span | None, Part | None]:
    """Return the wait of `main` that was under way just before a time."""
    for span in run.by_function("main"):
        for part in span.parts:
            if part.kind == "waiting" and part.start < time <= part.end:
                return span, part
    return None, None
