"""Cancellations that were caught and kept.

That a wait was cancelled is in the trace; what the program did about it, the source says: the innermost `try` or `with`
round the wait that takes a cancellation, in the function that waited or in one that awaited it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import (
    Answered,
    Deadlocked,
    Diagnostic,
    Event,
    Interrupted,
    LimitExceeded,
    Printed,
    Suspended,
    TaskEnded,
    TimedOut,
    seconds,
)
from grader.trace import Stand, afterwards

from .case import Case, Run
from .meanings import Failure, original
from .source import Function
from .words import quoted

_CANCELLATIONS = ("CancelledError", "BaseException")
"""Last parts of names that catch a cancellation."""

_LIMITS = ("wait_for", "timeout", "timeout_at", "TaskGroup", "move_on_after", "fail_after", "create_task_group")
"""What turns a cancellation of its own into something else, so that it is none any more outside."""


class _Catch(NamedTuple):
    """Where a cancellation ends."""

    node: ast.AST
    label: str
    inside: tuple[ast.stmt, ...]
    """The statements that handle it."""


def swallowed(case: Case) -> Iterator[Diagnostic]:
    """Name a cancellation that was caught and not raised again."""
    for run in case.runs:
        for stand in run.cancelled:
            caught = _catch(case, stand)
            if caught is None or not _matters(case, run, stand, caught):
                continue
            at = seconds(run.trace.events[stand.end or 0].time)
            name = quoted(run.names.get(stand.task, "a task"))
            yield case.diagnostic(
                "cancel-swallowed",
                f"{name} was cancelled at t={at}, and {_sequel(case, run, stand, caught)}",
                caught.node,
                label=caught.label,
                hint="Who is to learn that this task was cancelled, and what tells them?",
            )
            return


def swallowed_on_leaving(case: Case) -> Iterator[Diagnostic]:
    """Name an `__aexit__` that always returns something true, where an error was raised in a run that failed."""
    raised = any(
        isinstance(event, Answered | TaskEnded) and event.how == "raised"
        for run in case.failed_runs
        for event in (*run.trace.events, *(run.reference.events if run.reference is not None else ()))
    )
    raised = raised or any(isinstance(node, ast.Raise) and node.exc is not None for node in case.code.nodes)
    methods = [
        node for node in case.code.nodes if isinstance(node, Function) and node.name in ("__aexit__", "__exit__")
    ]
    for method in methods if raised else ():
        for node in ast.walk(method):
            match node:
                case ast.Return(value=ast.Constant(value=value)) if value:
                    pass
                case ast.Return(value=ast.Name(id="self")):
                    pass
                case _:
                    continue
            yield case.diagnostic(
                "swallowed-exception",
                f"`{method.name}` returned something true, and the error in the block ended there",
                node,
                label="says that the error is dealt with",
                hint=f"What becomes of an error in the block when `{method.name}` returns something true?",
            )
            return


def _catch(case: Case, stand: Stand) -> _Catch | None:
    """Return where the cancellation of a wait ended: from the innermost call outwards."""
    for level in reversed(stand.levels):
        line = case.line(level.place)
        statement = case.code.statement(line) if line is not None else None
        if statement is None:
            continue
        inner: ast.AST = statement
        for outer in (statement, *case.code.around(statement)):
            if isinstance(outer, Function):
                break
            if _limits(case, outer, inner):
                return None
            caught = _takes(case, outer, inner)
            if caught is not None:
                return caught
            inner = outer
    return None


def _limits(case: Case, outer: ast.AST, inner: ast.AST) -> bool:
    """Whether the cancellation may be one of this statement's own."""
    if isinstance(outer, ast.AsyncWith | ast.With):
        return any(call in case.code.calls_of(*_LIMITS) for item in outer.items for call in ast.walk(item.context_expr))
    return outer is inner and not isinstance(outer, ast.Try) and bool(case.code.calls_of("wait_for", within=outer))


def _takes(case: Case, outer: ast.AST, inner: ast.AST) -> _Catch | None:
    """Return how a statement takes a cancellation out of one of its parts and keeps it."""
    match outer:
        case ast.Try() if inner in outer.body:
            for handler in outer.handlers:
                if _catches(case, handler.type):
                    if raises_again(handler):
                        break
                    return _Catch(handler, "the cancellation ends here: it is not raised again", tuple(handler.body))
        case ast.With():
            for item in outer.items:
                call = item.context_expr
                if not isinstance(call, ast.Call) or not case.code.callee(call).endswith("suppress"):
                    continue
                if any(_catches(case, kind) for kind in call.args):
                    return _Catch(call, "takes the cancellation away", ())
        case _:
            pass
    if isinstance(outer, ast.Try) and inner not in outer.finalbody:
        for statement in outer.finalbody:
            if isinstance(statement, ast.Return | ast.Break | ast.Continue):
                return _Catch(statement, "throws the cancellation away", tuple(outer.finalbody))
    return None


def _catches(case: Case, kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(one is None or case.code.dotted(one).rpartition(".")[2] in _CANCELLATIONS for one in kinds)


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether a handler raises what it caught; where that hangs on something (`if`), the run tells."""
    return any(_raises(node, handler) for statement in handler.body for node in _done_always(statement))


def _raises(node: ast.AST, handler: ast.ExceptHandler) -> bool:
    if not isinstance(node, ast.Raise):
        return False
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if raised is None or (isinstance(raised, ast.Name) and raised.id == handler.name):
        return True
    return isinstance(raised, ast.Name | ast.Attribute) and ast.unparse(raised).endswith("CancelledError")


def _done_always(statement: ast.AST) -> Iterator[ast.AST]:
    """Yield a statement and those in it that hang on no condition of the program's."""
    yield statement
    if not isinstance(statement, ast.If | ast.While | ast.Match):
        for inner in ast.iter_child_nodes(statement):
            yield from _done_always(inner)


def _beyond(case: Case, run: Run, stand: Stand, caught: _Catch) -> list[Event]:
    """Return what a task did after a cancellation beyond the statements that handle it: lines printed, and waits."""
    handling = {line for part in caught.inside for line in range(part.lineno, (part.end_lineno or part.lineno) + 1)}
    return [
        event
        for event in afterwards(run.trace, stand)
        if isinstance(event, Printed | Suspended) and case.line(event.place) not in (None, *handling)
    ]


def _went_on(case: Case, run: Run, stand: Stand, caught: _Catch) -> bool:
    """Whether a task waited, after a cancellation, for something other than its own cleanup."""
    return any(isinstance(event, Suspended) for event in _beyond(case, run, stand, caught))


def _waited_again(run: Run, stand: Stand) -> bool:
    """Whether a task went back to the wait that was cancelled, while another one waited for its end."""
    place = next(event.place for event in run.trace.events[stand.start :] if isinstance(event, Suspended))
    awaited = any(isinstance(one, Suspended) and stand.task in one.on for one in run.trace.events[stand.start :])
    return awaited and any(
        isinstance(event, Suspended) and event.place == place for event in afterwards(run.trace, stand)
    )


def _matters(case: Case, run: Run, stand: Stand, caught: _Catch) -> bool:
    """Whether the run shows that the task was to end: it never did, or the expected run tells otherwise."""
    went_on, ended = _went_on(case, run, stand, caught), run.ends.get(stand.task)
    if isinstance(run.trace.outcome, TimedOut | LimitExceeded | Deadlocked):
        return went_on and (ended is None or ended.how == "raised")  # the limit may be raised in the task
    if isinstance(run.trace.outcome, Interrupted) and ended is None and went_on:
        return stand.task in run.awaited_tasks
    if run.trace.script:
        return (ended is not None and ended.how == "raised") or _waited_again(run, stand)
    expected = run.expected_run
    if expected is None or (ended is not None and ended.how == "cancelled" and not went_on):
        return False
    name = run.names.get(stand.task)
    due = [expected.ends[task].how for task, other in expected.names.items() if other == name and task in expected.ends]
    if due and ended is not None and ended.how not in due:
        return True
    wanted = {line.text for line in run.expected_lines}
    return any(isinstance(event, Printed) and event.text not in wanted for event in afterwards(run.trace, stand))


def _sequel(case: Case, run: Run, stand: Stand, caught: _Catch) -> str:
    """Say what a task did in place of ending as cancelled."""
    ended = run.ends.get(stand.task)
    if _went_on(case, run, stand, caught) or ended is None:
        return "went on"
    if ended.how == "raised":
        return f"ended with {ended.detail.partition(':')[0]} in its place"
    return "ended as if it had returned"


def _names_closing(case: Case, handler: ast.ExceptHandler) -> bool:
    return handler.type is not None and "GeneratorExit" in case.code.names_in(handler.type)


def closing_swallowed(case: Case, failure: Failure) -> Diagnostic | None:
    """Name the handler in an async generator that caught the generator's own closing."""
    for node in case.code.nodes:
        if not isinstance(node, ast.Try) or not any(isinstance(n, ast.Yield) for s in node.body for n in ast.walk(s)):
            continue
        function = case.code.function_of(node)
        handler = next((one for one in node.handlers if _catches(case, one.type) or _names_closing(case, one)), None)
        if isinstance(function, ast.AsyncFunctionDef) and handler is not None and not raises_again(handler):
            return case.diagnostic(
                "cancel-swallowed",
                f"`{function.name}` was closed at its `yield`, caught that, and went on",
                handler,
                label="catches the closing of the generator too",
                notes=original(failure),
                hint="Which exceptions can arrive at a `yield`, and which of them ask the generator to end?",
            )
    return None
