"""Which loop a line is in: where a program that computes is seen is a matter of luck, the head of its loop is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_LOOPS = ast.While | ast.For | ast.AsyncFor
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_WAITS = ast.Await | ast.AsyncFor | ast.AsyncWith


def spinning_line(source: str, line: int) -> tuple[int, bool] | None:
    """Return the line of the outermost loop round a line, in the same function, and whether it is a `while`.

    A `while` comes before any other loop round it: the others end as a rule.
    """
    loops = [node for node in _round(source, line) if isinstance(node, _LOOPS)]
    chosen = next(iter([node for node in loops if isinstance(node, ast.While)] or loops), None)
    return None if chosen is None else (chosen.lineno, isinstance(chosen, ast.While))


def computing_line(source: str, line: int) -> int:
    """Return the line of the outermost loop without a wait round a line, in its function; else of its statement."""
    statements = [node for node in _round(source, line) if isinstance(node, ast.stmt)]
    loops = [node for node in statements if isinstance(node, ast.For | ast.While) and not _waits(node)]
    found = next(iter(loops or statements[-1:]), None)
    return line if found is None else found.lineno


def _round(source: str, line: int) -> list[ast.AST]:
    """Return what is round a line in its function, the outermost first, and the statement on it."""
    found: list[ast.AST] = []
    for node in _nested(ast.parse(source), line):
        found = [] if isinstance(node, _FUNCTIONS) else [*found, node]
    return found


def _nested(node: ast.AST, line: int) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.match_case):
            yield from _nested(child, line)
            continue
        first, last = getattr(child, "lineno", None), getattr(child, "end_lineno", None)
        if first is not None and last is not None and first <= line <= last:
            yield child
            yield from _nested(child, line)
            return


def _waits(loop: ast.AST) -> bool:
    return any(
        isinstance(node, _WAITS) or (isinstance(node, ast.comprehension) and node.is_async) for node in ast.walk(loop)
    )
