"""What becomes of the error of a time limit that ran out: nobody caught it, or nothing was done about it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, Raised, seconds

from .case import Case
from .catching import catches, clause
from .deadlines import block_of, ended_by_limits, limit_of, limit_round, name_of
from .lateness import TOLERANCE
from .meanings import failures, timeout
from .source import Function
from .words import quoted

_ERROR = "TimeoutError"
_ABOVE = frozenset(base.__name__ for base in TimeoutError.__mro__)


def untaken(case: Case) -> Iterator[Diagnostic]:
    """Name a limit that ran out when that was due, and whose error left the program."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Raised) or not any(ended_by_limits(run)):
            continue
        failure = next(failures(run))
        limit = limit_round(case, case.line(failure.place)) if failure.text.startswith(_ERROR) else None
        if limit is None:
            continue
        name, inside = name_of(case, limit), _clause_inside(case, limit)
        if inside is not None:
            yield case.diagnostic(
                "wrong-except",
                f"{clause(case, inside)} stood inside the block of `{name}`, whose error comes at its end",
                inside,
                label="inside the block there is no TimeoutError yet",
                hint="What arrives inside the block when its limit is reached, and what comes out of the block?",
            )
            return
        yield case.diagnostic(
            "unhandled-error",
            f"`{name}` ran out at t={seconds(run.trace.duration_ns)}, and nothing caught its TimeoutError",
            limit,
            label="raises TimeoutError when the limit is reached",
            hint="What comes out of this wait when its limit is reached, and which code is to go on then?",
        )
        return


def _clause_inside(case: Case, limit: ast.Call) -> ast.ExceptHandler | None:
    """Return the clause for a limit's error that stands inside its block, where that error never comes by."""
    block = block_of(case, limit)
    for node in ast.walk(block) if block is not limit else ():
        for handler in node.handlers if isinstance(node, ast.Try) else ():
            if handler.type is not None and catches(case.code, handler, _ERROR):
                return handler
    return None


def ran_out(case: Case) -> Iterator[Diagnostic]:
    """Name a time limit that ran out: a consequence of whatever was still under way."""
    if any(any(ended_by_limits(run)) for run in case.runs):
        return  # that one runs out is asked for
    for run in case.runs:
        came_out = isinstance(run.trace.outcome, Raised) or not run.trace.script  # a script may have caught it
        for failure in failures(run) if came_out else ():
            found = timeout(case, failure) if failure.text.startswith(_ERROR) else None
            if found is not None:
                yield found
                return


def kept_quiet(case: Case) -> Iterator[Diagnostic]:
    """Name where the error of a limit ended and nothing was done about it, though a line was due then."""
    for run in case.failed_runs:
        for usual, time in ended_by_limits(run):
            own = next((span for span in run.spans if span.label == usual.label), None)
            near = [one for one in run.lines if abs(one.time - time) <= TOLERANCE]
            due = [one for one in run.expected_lines if abs(one.time - time) <= TOLERANCE]
            absent = sorted({one.text for one in due} - {one.text for one in near})
            if own is None or abs(own.end - usual.end) > TOLERANCE or len(near) >= len(due) or not absent:
                continue
            limit = limit_of(case, run, own)
            quiet = _quiet(case, limit) if limit is not None else None
            if quiet is None:
                continue
            what = clause(case, quiet) if isinstance(quiet, ast.ExceptHandler) else quoted(case.code.code(quiet))
            yield case.diagnostic(
                "swallowed-exception",
                f"{what} took the TimeoutError at t={seconds(time)}, and nothing was done about it",
                quiet,
                label="the error ends here",
                notes=[f"asked for, and never printed: {quoted(absent[-1])}"],
                hint="What does the exercise ask for when the limit is reached, and which code knows of that?",
            )
            return


def _quiet(case: Case, limit: ast.Call) -> ast.ExceptHandler | ast.Call | None:
    """Return what catches the error of a limit and does nothing."""
    inner: ast.AST = limit
    for outer in case.code.around(limit):
        if isinstance(outer, Function):
            return None
        if isinstance(outer, ast.Try) and inner in outer.body:
            handler = next((one for one in outer.handlers if catches(case.code, one, _ERROR)), None)
            if handler is not None:
                return handler if all(map(_does_nothing, handler.body)) else None
        if isinstance(outer, ast.With):
            for item in outer.items:
                call = item.context_expr
                if not isinstance(call, ast.Call) or case.code.callee(call).rpartition(".")[2] != "suppress":
                    continue
                if any(case.code.dotted(kind).rpartition(".")[2] in _ABOVE for kind in call.args):
                    return call
        inner = outer
    return None


def _does_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return statement.value is None
    return isinstance(statement, ast.Pass | ast.Continue | ast.Break) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )
