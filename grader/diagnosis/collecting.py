"""Items that come one after another, all collected before the first one is handled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, Printed, seconds

from .case import Case, Run
from .source import Function, Source


def collected(case: Case) -> Iterator[Diagnostic]:
    """Name a line that was printed late, as items that come one by one were collected before it."""
    for run in case.failed_runs:
        for line, due in _late(run):
            node = _collecting(case, run, line)
            if node is None:
                continue
            yield case.diagnostic(
                "handled-late",
                f"`{line.text}` was printed at t={seconds(line.time)}; t={seconds(due)} was possible",
                node,
                label="waits for every item before the first one is handled",
                hint="When is each item known, and which loop has it at that moment?",
            )
            return


def _late(run: Run) -> Iterator[tuple[Printed, int]]:
    """Yield the lines that came later than in the reference, and when they were due."""
    due = {line.text: line.time for line in reversed(run.expected_lines)}
    return ((line, due[line.text]) for line in run.lines if line.time > due.get(line.text, line.time))


def _collecting(case: Case, run: Run, line: Printed) -> ast.AST | None:
    """Return what collects items above the line that printed, in its function or in the coroutine that called it."""
    number = case.line(line.place)
    own = case.code.function_at(number) if number is not None else None
    if own is None or number is None:
        return None
    span = run.by_call.get(line.call) if line.call is not None else None
    caller = case.code.functions.get(span.function.rpartition(".")[2]) if span is not None else None
    found = _collects(case.code, own, number)
    found = found or (_collects(case.code, caller, None) if caller is not None and caller is not own else None)
    return found or _returned_at_once(case, own, number)


def _collects(source: Source, function: Function, before: int | None) -> ast.AST | None:
    """Return the comprehension, or the loop that does nothing but collect, above a line of a function."""
    for node in ast.walk(function):
        if before is not None and getattr(node, "lineno", 0) > before:
            continue
        match node:
            case ast.ListComp(generators=parts) if any(part.is_async for part in parts):
                return node
            case ast.ListComp(elt=ast.Await(), generators=[part]) if _as_they_end(part.iter, source):
                return node
            case ast.AsyncFor(body=[ast.Expr(value=ast.Call(func=ast.Attribute(attr="append")))]):
                return node
            case ast.For(iter=through, body=[ast.Expr(value=ast.Call(func=ast.Attribute(attr="append")))]):
                if _as_they_end(through, source):
                    return node
            case _:
                pass
    return None


def _as_they_end(node: ast.expr, source: Source) -> bool:
    """Whether a loop goes through what `as_completed` gives."""
    return isinstance(node, ast.Call) and source.callee(node).rpartition(".")[2] == "as_completed"


def _returned_at_once(case: Case, function: Function, before: int) -> ast.AST | None:
    """Return the loop of a coroutine, awaited above a line, that waits for item after item and collects them."""
    awaited = {
        case.code.callee(node.value).rpartition(".")[2]
        for node in ast.walk(function)
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call) and node.lineno <= before
    }
    for name in sorted(awaited & case.code.functions.keys()):
        for loop in ast.walk(case.code.functions[name]):
            if not isinstance(loop, ast.For | ast.While):
                continue
            waits = any(isinstance(node, ast.Await) for node in ast.walk(loop))
            match loop.body[-1]:
                case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append"))) if waits:
                    return loop
                case _:
                    pass
    return None
