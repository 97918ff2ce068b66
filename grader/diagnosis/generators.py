"""Async generators that were left before their end, and cleaned up when nobody waited for that."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import takewhile

from grader.model import CallStarted, Diagnostic, GeneratorLeft, Printed, Returned, seconds

from .case import Case, Run
from .source import Function, Source
from .words import quoted


def left_halfway(case: Case) -> Iterator[Diagnostic]:
    """Name an async generator with a cleanup that was left before its end, so that the cleanup ran when nobody waited.

    Of one that an exception left the rule asks, where a check failed: who handles the exception may not care.
    """
    for run in case.runs:
        for event in run.events(GeneratorLeft) if isinstance(run.trace.outcome, Returned) else ():
            started = next(call for call in run.events(CallStarted) if call.call == event.call)
            if event.place is None or not _cleans_up(case, event):
                continue
            line = case.line(started.place)
            loop = case.code.loop_at(line) if line is not None else None
            way = _way_out(case.code, loop) if isinstance(loop, ast.AsyncFor) else None
            if isinstance(loop, ast.AsyncFor) and way is None and run.finding is None:
                continue
            span = run.by_call[event.call]
            forgotten = [call for call in case.code.calls_of("aclose") if case.code.is_statement(call)]
            if forgotten:
                yield _close_not_awaited(case, forgotten[0])
                return
            yield case.diagnostic(
                "asyncgen-not-closed",
                f"{quoted(span.label)} was left before its end, and no line closed it",
                way or started.place,
                label="leaves the generator where it stands" if way is not None else "begun here",
                notes=[*_late(case, run, event), *run.changed],
                hint="Who closes this generator when no more of it is wanted, and who waits until that is done?",
                certain=way is not None or not isinstance(loop, ast.AsyncFor),
            )
            return


def _close_not_awaited(case: Case, call: ast.Call) -> Diagnostic:
    return case.diagnostic(
        "never-awaited",
        f"{quoted(case.code.code(call))} was not awaited, so the generator was not closed",
        call,
        label="makes an awaitable; nothing waits for it",
        hint="What does closing an asynchronous generator have to wait for?",
    )


def _cleans_up(case: Case, event: GeneratorLeft) -> bool:
    """Whether a generator has something to do when it is closed at the line where it was left."""
    place = event.place
    if place is None:
        return False
    code = case.code if place.file == case.file else Source(case.evidence.exercise.given)
    statement = code.statement(place.line)
    outers = takewhile(lambda outer: not isinstance(outer, Function), code.around(statement) if statement else ())
    return any(isinstance(outer, ast.Try | ast.With | ast.AsyncWith) for outer in outers)


def _way_out(code: Source, loop: ast.AsyncFor) -> ast.AST | None:
    """Return the `break` or `return` that leaves a loop."""
    for node in ast.walk(loop):
        if isinstance(node, ast.Return) or (isinstance(node, ast.Break) and code.loop_of(node) is loop):
            return node
    return None


def _late(case: Case, run: Run, event: GeneratorLeft) -> list[str]:
    """Say when the cleanup ran."""
    after = run.trace.events[run.trace.events.index(event) :]
    line = next((other for other in after if isinstance(other, Printed) and other.call == event.call), None)
    who = "`asyncio.run` closed it" if event.closed_by == "asyncio.run" else "it was closed by garbage collection"
    if line is None:
        return [f"{who}, in a task for which no line waits"]
    return [f"{who}; {quoted(line.text)} came at t={seconds(line.time)}, in a task for which no line waits"]
