"""Time limits: at which moment one was due, and which one stands round a call.

That a limit was due, and when, the expected run says: it ends a wait at a moment at which nothing else has happened.
Which limit stands round a call the text says: on its line, in a block round it, or round the task that it was made.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Resumed, Span
from grader.trace import Stand

from .case import Case, Run
from .tasks import STARTERS, starter

_POSITIONS = {"wait_for": 1, "timeout": 0, "timeout_at": 0, "fail_after": 0, "move_on_after": 0}
"""Where the seconds stand in the call of what cancels at its limit."""

PATIENT = ("wait", "as_completed")
"""What comes back at its limit, and cancels nothing."""


def ended_by_limits(run: Run) -> Iterator[tuple[Span, int]]:
    """Yield the calls that a time limit ends in the expected run, each with that moment."""
    reference = run.expected_run
    for stand in reference.cancelled if reference is not None else ():
        if reference is not None and stand.levels[-1].call.call in reference.by_call and _by_itself(reference, stand):
            yield reference.by_call[stand.levels[-1].call.call], reference.trace.events[stand.end or 0].time


def _by_itself(run: Run, stand: Stand) -> bool:
    """Whether nobody had gone on at the moment of a cancellation, who might have asked for it."""
    time, cancelled = run.trace.events[stand.end or 0].time, {other.end for other in run.cancelled}
    return not any(
        isinstance(event, Resumed) and event.time == time and index not in cancelled
        for index, event in enumerate(run.trace.events[: stand.end])
    )


def limits_in(case: Case) -> Iterator[ast.Call]:
    """Yield the time limits of the program."""
    for call in case.code.calls_of(*_POSITIONS, *PATIENT):
        if name_of(case, call) in _POSITIONS or any(word.arg == "timeout" for word in call.keywords):
            yield call


def name_of(case: Case, limit: ast.Call) -> str:
    """Return what a limit is called: `wait_for`."""
    return case.code.callee(limit).rpartition(".")[2]


def seconds_of(case: Case, limit: ast.Call) -> float | None:
    """Return the seconds of a limit, where they stand there as a number."""
    position = _POSITIONS.get(name_of(case, limit), len(limit.args))
    given = [word.value for word in limit.keywords if word.arg in ("timeout", "delay", "when")]
    for node in (given or limit.args[position : position + 1])[:1]:
        value = _constants(case).get(node.id) if isinstance(node, ast.Name) else node
        if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
            return value.value
    return None


def _constants(case: Case) -> dict[str, ast.expr]:
    """Return what is kept under the names that the file gives at its outermost level, once each."""
    given = [node for node in case.code.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    found = ((node.id, case.code.parent(node)) for node in given)
    return {
        name: outer.value
        for name, outer in found
        if isinstance(outer, ast.Assign)
        and isinstance(case.code.parent(outer), ast.Module)
        and [node.id for node in given].count(name) == 1
    }


def block_of(case: Case, limit: ast.Call) -> ast.AST:
    """Return what a limit stands round: the block that enters it, or its own call."""
    for outer in case.code.around(limit):
        if isinstance(outer, ast.AsyncWith | ast.With) and any(limit is item.context_expr for item in outer.items):
            return outer
    return limit


def limit_round(case: Case, line: int | None) -> ast.Call | None:
    """Return the innermost time limit round what stands on a line."""
    found = [limit for limit in limits_in(case) if line is not None and covers(block_of(case, limit), line)]
    return max(found, key=lambda limit: (limit.lineno, limit.col_offset), default=None)


def covers(node: ast.AST, line: int) -> bool:
    """Whether a node stands on a line."""
    start: int = getattr(node, "lineno", 0)
    return start <= line <= (getattr(node, "end_lineno", None) or start)


def limit_of(case: Case, run: Run, span: Span) -> ast.Call | None:
    """Return the time limit of a call: round its line, or those of the calls round it, or round the task that it is."""
    for outer in (span, *run.outer(span)):
        found = limit_round(case, case.line(outer.place))
        if found is not None:
            return found
    task = starter(case, run.tasks.get(span.task or 0))
    names = case.code.kept_under(task) if task is not None else frozenset()
    others = {name for call in case.code.calls_of(*STARTERS) for name in case.code.kept_under(call)}
    for limit in limits_in(case) if names else ():
        used = case.code.names_in(block_of(case, limit))
        if names & used or not others & used:  # it names the task, or what runs through several
            return limit
    return None
