"""Cleanup that is missing, or that nobody gets to: a call was cancelled, failed or was closed without its last line.

That a line is cleanup the expected run says: it prints it in a call that was ended from outside. What became of that
call in the program's run, and where its text prints such a line, says what is missing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    Answered,
    CallPaused,
    CallStarted,
    Deadlocked,
    Diagnostic,
    LeftBehind,
    Printed,
    Returned,
    Span,
    Suspended,
    TaskEnded,
)

from .case import Case, Run
from .catching import prints
from .deadlines import ended_by_limits
from .deadlocks import told
from .owners import Owners
from .source import Function
from .words import quoted

_WHATEVER = "Which statement runs its block whatever happens: a result, an error, a cancellation?"
"""The question about cleanup that is not reached."""


def missing(case: Case) -> Iterator[Diagnostic]:
    """Name a call that was ended from outside, and did not print what it was to print then."""
    for run in case.failed_runs:
        printed = {line.text for line in run.lines}
        limited = {time: span.call for span, time in ended_by_limits(run)}
        for line in run.expected_lines if isinstance(run.trace.outcome, Returned) else ():
            if line.text in printed or run.expected_run is None or not is_cleanup(run.expected_run, line):
                continue
            if line.call != limited.get(line.time, line.call):
                continue  # it tells of the end of another call
            found = _passed_over(case, run, line) or _absent(case, run, line)
            if found is not None:
                yield found
                return


def managers(case: Case) -> Iterator[Diagnostic]:
    """Name the `yield` of a context manager that an error of the block comes out of, with lines behind it."""
    for run in case.failed_runs:
        printed = {line.text for line in run.lines}
        absent = [line.text for line in run.expected_lines if line.text not in printed]
        for node in _yields(case) if absent else ():
            function = case.code.function_of(node)
            if function is None or not _makes_a_manager(case, function) or _is_tried(case, node):
                continue
            below = [call for call in case.code.calls_of("print", within=function) if call.lineno > node.lineno]
            text = next((text for text in absent for call in below if prints(call, text)), None)
            if text is not None:
                yield case.diagnostic(
                    "cleanup-missing",
                    f"an error of the block came out of the `yield` of `{function.name}`: {quoted(text)} never came",
                    node,
                    label="raises what the block raised, and the lines below it do not run",
                    hint=_WHATEVER,
                )
                return


def _yields(case: Case) -> Iterator[ast.Yield]:
    return (node for node in case.code.nodes if isinstance(node, ast.Yield))


def _makes_a_manager(case: Case, function: Function) -> bool:
    """Whether a generator is made into something that a block enters."""
    names = {case.code.dotted(one).rpartition(".")[2] for one in function.decorator_list}
    return bool(names & {"asynccontextmanager", "contextmanager"})


def _is_tried(case: Case, node: ast.AST) -> bool:
    """Whether a `try` stands round a node, within its function."""
    for outer in case.code.around(node):
        if isinstance(outer, Function):
            return False
        if isinstance(outer, ast.Try):
            return True
    return False


def is_cleanup(run: Run, line: Printed) -> bool:
    """Whether the expected run prints a line in a call that something has ended from outside."""
    span = run.by_call.get(line.call) if line.call is not None else None
    if span is None:
        return False
    index = run.trace.events.index(line)
    pauses = [n for n, e in enumerate(run.trace.events) if isinstance(e, CallPaused) and e.call == span.call]
    if span.function.endswith("__aexit__") or pauses:
        return not pauses or pauses[-1] < index
    before = [stand for stand in run.stands if stand.levels[0].call.call == span.call and (stand.end or 0) < index]
    cancelled = {stand.start for stand in run.cancelled}
    if before and max(before, key=lambda stand: stand.start).start in cancelled:
        return True
    ended = run.ends.get(span.task or 0)
    later = any(isinstance(event, Suspended) and event.task == span.task for event in run.trace.events[index:])
    return ended is not None and ended.how != "returned" and not later


def _paused(run: Run) -> frozenset[int]:
    """Return the calls of async generators that gave an item."""
    return frozenset(event.call for event in run.events(CallPaused))


def _passed_over(case: Case, run: Run, line: Printed) -> Diagnostic | None:
    """Name the line that prints it, and that a call which was ended from outside never got to."""
    due = run.expected_run.by_call.get(line.call or 0) if run.expected_run is not None else None
    for call in case.code.calls_of("print"):
        function = case.code.function_of(call)
        if function is None or not prints(call, line.text):
            continue
        for span in _calls(case, run, function):
            exits = function.name == "__aexit__"
            reached = any(other.call == span.call and case.line(other.place) == call.lineno for other in run.lines)
            if reached and not exits:
                continue  # with other values
            if not exits and due is not None and due.function == span.function and due.label != span.label:
                continue
            how = _interrupted(run, span)
            if how == "failed" and any(isinstance(outer, ast.ExceptHandler) for outer in case.code.around(call)):
                continue  # the clause is for another end
            if how:
                return case.diagnostic(
                    "cleanup-missing",
                    f"{quoted(span.label)} {how}, and never got to the line that prints {quoted(line.text)}",
                    call,
                    label="not reached",
                    hint=_WHATEVER,
                )
            if exits:
                return case.diagnostic(
                    "cleanup-missing",
                    f"`{span.function}` ended without the line that prints {quoted(line.text)}",
                    call,
                    label="not reached when the block was left with an error",
                    hint="In which cases is `__aexit__` called, and in which of them does this line run?",
                )
    return None


def _absent(case: Case, run: Run, line: Printed) -> Diagnostic | None:
    """Name a call that was ended from outside, and whose function prints no such line."""
    reference = run.expected_run
    due = reference.by_call.get(line.call) if reference is not None and line.call is not None else None
    for span in run.by_function(due.function) if due is not None else ():
        how = _interrupted(run, span)
        told = any(other.call == span.call and other.time >= span.end for other in run.lines)
        if due is None or span.label != due.label or not how or told:
            continue  # where something else was printed at its end, that end was seen
        last = [stand.levels[0].place for stand in run.stands if stand.levels[0].call.call == span.call]
        place = last[-1] if last else None
        elsewhere = next((call for call in case.code.calls_of("print") if _is_alike(case, run, call, line)), None)
        return case.diagnostic(
            "cleanup-missing",
            f"{quoted(span.label)} {'ended' if span.call in _paused(run) else how}, "
            f"and {quoted(line.text)} was not printed",
            place if case.line(place) is not None else case.code.functions.get(span.function.rpartition(".")[2]),
            label="the cancellation arrives here, and nothing is done about it" if how == "was cancelled" else "",
            notes=[f"line {elsewhere.lineno} prints such a line in its place"] if elsewhere is not None else [],
            hint=_WHATEVER,
        )
    return None


def _is_alike(case: Case, run: Run, call: ast.Call, line: Printed) -> bool:
    """Whether another function prints a line that ends with the same word."""
    text = case.code.code(call.args[0]).rstrip("\"'") if call.args else ""
    return text.rpartition(" ")[2] == line.text.rpartition(" ")[2]


def _calls(case: Case, run: Run, function: Function) -> Iterator[Span]:
    """Yield the calls of a function of the program's."""
    owners = Owners(case, run)
    begun = {event.call for event in run.events(CallStarted) if owners.function(event) is function}
    yield from (span for span in run.spans if span.call in begun)


def _interrupted(run: Run, span: Span) -> str:
    """Say how a call was ended from outside; empty where it was not."""
    if any(left.task == span.task for left in run.events(LeftBehind)):
        return ""
    if any(level.call.call == span.call for stand in run.cancelled for level in stand.levels):
        return "was cancelled"
    if span.call in _paused(run):
        return "ended at its `yield`"
    ended = run.ends.get(span.task or 0)
    if ended is None or ended.how == "returned" or span.end < ended.time:
        return ""
    return "was cancelled" if ended.how == "cancelled" else "failed"


def not_given_back(case: Case) -> Iterator[Diagnostic]:
    """Name a place or lock that was not given back when the work failed or was cancelled."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked) or not any(w.awaiting.endswith(".acquire()") for w in outcome.waiters):
            continue
        how = _went_wrong(run)
        acquire = next((call for call in case.code.calls_of("acquire") if case.code.is_awaited(call)), None)
        if how is None or acquire is None or _is_protected(case, acquire):
            continue
        release = next(iter(case.code.calls_of("release")), None)
        if release is None:  # it is never given back, also when all goes well
            continue
        owner = quoted(case.code.dotted(acquire.func).rpartition(".")[0] or "the lock")
        cancelled = how == "was cancelled" and _only_for_errors(case, release)
        yield case.diagnostic(
            "cleanup-missing",
            f"{owner} was not given back when the work {how}, and the next task waited for ever",
            release,
            label="not reached: a cancellation is no `Exception`"
            if cancelled
            else "not reached when the lines before it raise",
            notes=told(case, outcome),
            hint=_WHATEVER,
        )
        return


def _only_for_errors(case: Case, release: ast.Call) -> bool:
    """Whether a call stands in an `except` that a cancellation passes by."""
    handler = next((outer for outer in case.code.around(release) if isinstance(outer, ast.ExceptHandler)), None)
    return handler is not None and handler.type is not None and case.code.dotted(handler.type) == "Exception"


def _went_wrong(run: Run) -> str | None:
    for event in run.trace.events:
        match event:
            case Answered(how="raised") | TaskEnded(how="raised"):
                return "failed"
            case Answered(how="cancelled") | TaskEnded(how="cancelled"):
                return "was cancelled"
            case _:
                pass
    return None


def _is_protected(case: Case, acquire: ast.Call) -> bool:
    """Whether a `finally` gives back what was acquired, and no other wait comes before its `try`."""
    owner = case.code.dotted(acquire.func).rpartition(".")[0]
    for call in case.code.calls_of("release"):
        if case.code.dotted(call.func).rpartition(".")[0] != owner:
            continue
        for outer in case.code.around(call):
            if isinstance(outer, ast.Try) and any(call in ast.walk(statement) for statement in outer.finalbody):
                function = case.code.function_of(acquire)
                waits = (node for node in ast.walk(function) if isinstance(node, ast.Await)) if function else ()
                return not any(acquire.lineno < node.lineno < outer.lineno for node in waits)
    return False
