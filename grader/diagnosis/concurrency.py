"""Work that could have been under way at the same time and was not, or more of it than was allowed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, Part, Place, Span, seconds

from .case import Case, Run
from .lateness import GATHERS, Late, began_late, came_late
from .limits import is_worker
from .words import quoted


def not_started(case: Case) -> Iterator[Diagnostic]:
    """Name coroutine objects that were kept, and began only when they were awaited."""
    for late, span in began_late(case.runs):
        kept = _kept_coroutine(case, span.place, span.function)
        if late.kind != "call" or kept is None:
            continue
        yield case.diagnostic(
            "coroutine-not-started",
            f"{quoted(span.label)} did not begin before it was awaited, at t={seconds(span.start)}",
            kept,
            label="makes a coroutine object; it does not run yet",
            hint="What runs a coroutine in the background while other lines of this function go on?",
        )
        return


def _kept_coroutine(case: Case, place: Place | None, function: str) -> ast.Call | None:
    """Return the bare call whose coroutine is awaited by name on a line."""
    line = case.line(place)
    for node in case.code.nodes:
        if not isinstance(node, ast.Await) or node.lineno != line:
            continue
        if isinstance(node.value, ast.Attribute):
            return next(
                (call for call in case.code.calls_of(function) if _is_kept_as(case, call, node.value.attr)), None
            )
        names = case.code.names_in(node.value) if not isinstance(node.value, ast.Call) else frozenset()
        scope = case.code.function_of(node)
        for call in case.code.calls_of(function, within=scope) if names and scope is not None else ():
            if case.code.kept_under(call) & _sources(case, node, names):
                return call
    return None


def _is_kept_as(case: Case, call: ast.Call, attribute: str) -> bool:
    """Whether what a call gives is made an attribute of this name, whichever function does so."""
    outer = case.code.parent(call)
    targets = outer.targets if isinstance(outer, ast.Assign) else ()
    return any(isinstance(target, ast.Attribute) and target.attr == attribute for target in targets)


def _sources(case: Case, node: ast.AST, names: frozenset[str]) -> frozenset[str]:
    """Return the names, and for a loop's variable also what the loop goes through."""
    loop = case.code.loop_of(node)
    if isinstance(loop, ast.For) and names & {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)}:
        return names | case.code.names_in(loop.iter)
    return names


def sequential(case: Case) -> Iterator[Diagnostic]:
    """Name calls that were awaited one by one, where they could have overlapped."""
    for late, span in began_late(case.runs):
        if late.kind != "call" or is_worker(case, late, span):
            continue
        before = late.part.what if _is_call(late) else _single(late, span)
        total = seconds(late.run.trace.duration_ns)
        line = case.line(late.part.place)
        node = case.code.on_line(line, before.partition("(")[0]) if line is not None else None
        outer = case.code.await_round(node) if node is not None else None
        group = late.part.what.startswith("the tasks of")
        loop = case.code.loop_of(node) if node is not None else None
        yield case.diagnostic(
            "sequential-awaits",
            f"{quoted(span.label)} started after {quoted(before)} had ended: {total} in all",
            outer or node or late.part.place,
            label=_waiting_label(in_loop=loop is not None, in_group=group),
            notes=[f"{quoted(late.what)} could have begun at t={seconds(late.due)}"],
            hint=f"Does {quoted(span.label)} need anything from {quoted(before)}, or could both wait at once?",
        )
        return


def _waiting_label(*, in_loop: bool, in_group: bool) -> str:
    if in_group:
        return "leaving this block waits for its tasks"
    return "every turn of the loop waits until this has ended" if in_loop else "waits until this has ended"


def _is_call(late: Late) -> bool:
    return any(span.label == late.part.what for span in late.run.spans) or late.part.what in late.run.names.values()


def _single(late: Late, span: Span) -> str:
    """Return the one call that a group or gather of one waited for."""
    ended = [other for other in late.run.by_function(span.function) if other.end == late.part.end]
    return ended[-1].label if ended else late.part.what


def barrier(case: Case) -> Iterator[Diagnostic]:
    """Name a wait for others that the work did not need, or that handling a result did not need."""
    for late in (*(late for late, _ in began_late(case.runs)), *came_late(case.runs)):
        if late.kind != "barrier" or case.line(late.part.place) is None:
            continue
        all_ended = late.span is None and late.part.what.startswith(GATHERS)
        hint = "Which of these waits does the next step really need, and which belong to others?"
        yield case.diagnostic(
            "handled-late" if all_ended else "needless-barrier",
            late.fact,
            _waiting_node(case, late.part) or late.part.place,
            label=f"waits here until t={seconds(late.part.end)}",
            notes=[f"{quoted(late.waiter.label)} waited for {quoted(late.part.what, 60)} first"],
            hint="When is each result known, and who is awake then to handle it?" if all_ended else hint,
        )
        return


def slept_first(case: Case) -> Iterator[Diagnostic]:
    """Name a sleep that stands where the program should wait for what lets the next call begin."""
    for late, _ in began_late(case.runs):
        line = case.line(late.part.place)
        if late.kind != "sleep" or line is None:
            continue
        yield case.diagnostic(
            "sleep-instead-of-await",
            late.fact,
            case.code.on_line(line, "sleep") or late.part.place,
            label="a guess at when the next one may begin",
            notes=[f"{quoted(late.waiter.label)} slept until t={seconds(late.part.end)}"],
            hint="What ends exactly when the next one may begin, however long that takes?",
        )
        return


def _waiting_node(case: Case, part: Part) -> ast.AST | None:
    line = case.line(part.place)
    if line is None:
        return None
    return case.code.on_line(line, part.what.rpartition("(")[0].rpartition(".")[2].partition("(")[0])


def one_by_one(case: Case) -> Iterator[Diagnostic]:
    """Without a reference: ask about independent calls that were awaited one by one."""
    for run in case.runs:
        if run.reference is not None:
            return
        for earlier, later in _neighbours(run):
            line = case.line(later.place)
            if line is None or _depends(case, earlier, later):
                continue
            yield case.diagnostic(
                "sequential-awaits",
                f"{quoted(later.label)} started after {quoted(earlier.label)} had ended",
                case.code.on_line(line, later.function) or later.place,
                label="waits before anything else happens",
                hint=f"Does {quoted(later.label)} need anything from {quoted(earlier.label)}?",
                certain=False,
            )
            return


def _neighbours(run: Run) -> Iterator[tuple[Span, Span]]:
    """Yield two calls of one function by one caller, the second of which began when the first had ended."""
    last: dict[tuple[int | None, str], Span] = {}
    for span in run.spans:
        key = (span.parent, span.function)
        earlier = last.get(key)
        if earlier is not None and earlier.task == span.task and earlier.end == span.start > earlier.start:
            yield earlier, span
        last[key] = span


def _depends(case: Case, earlier: Span, later: Span) -> bool:
    """Whether what the later call is given may come from the earlier one."""
    first, second = case.line(earlier.place), case.line(later.place)
    if first is None or second is None:
        return True
    call = case.code.on_line(second, later.function)
    if call is None:
        return True
    given = case.code.names_in(call) - {later.function}
    scope = case.code.loop_at(second) if first == second else case.code.function_at(second)
    bound = {
        node.id
        for outer in (ast.walk(scope) if scope is not None else ())
        if isinstance(outer, ast.Assign | ast.AugAssign | ast.NamedExpr | ast.AnnAssign)
        and any(isinstance(inner, ast.Await) for inner in ast.walk(outer))
        for node in ast.walk(outer)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    statement = case.code.statement(second)
    return (
        bool(given & bound)
        or isinstance(scope, ast.While)
        or (
            isinstance(statement, ast.Assign)
            and first == second
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id in given
        )
    )
