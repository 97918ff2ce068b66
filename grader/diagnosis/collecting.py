"""Items that come one after another, all collected before the first one is handled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, Printed, seconds

from .case import Case, Run
from .source import Function


def collected(case: Case) -> Iterator[Diagnostic]:
    """Name a line that was printed late, as the items of an `async for` were collected before it."""
    for run in case.failed_runs:
        for line, due in _late(run):
            number = case.line(line.place)
            function = case.code.function_at(number) if number is not None else None
            node = _collects(function, number) if function is not None and number is not None else None
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


def _collects(function: Function, before: int) -> ast.AST | None:
    """Return the comprehension, or the loop that does nothing but collect, above a line of a function."""
    for node in ast.walk(function):
        match node:
            case ast.ListComp(generators=parts) if node.lineno <= before and any(part.is_async for part in parts):
                return node
            case ast.AsyncFor(body=[ast.Expr(value=ast.Call(func=ast.Attribute(attr="append")))]):
                if node.lineno < before:
                    return node
            case _:
                pass
    return None
