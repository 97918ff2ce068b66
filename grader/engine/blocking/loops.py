"""Which loop a line is in: where a program that computes is seen is a matter of luck, the head of its loop is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

_LOOPS = ast.While | ast.For | ast.AsyncFor
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_WAITS = ast.Await | ast.AsyncFor | ast.AsyncWith


class Loop(NamedTuple):
    """A loop statement."""

    line: int
    kind: type[ast.stmt]
    """`ast.While`, `ast.For` or `ast.AsyncFor`."""
    gives: bool
    """Whether it gives items to a loop round its generator."""


def spinning_loop(source: str, line: int) -> Loop | None:
    """Return the outermost loop round a line, in the same function.

    A `while` comes before any other loop round it, and a `for` before an `async for`: what that goes through may have
    no end.
    """
    loops = [node for node in round_line(source, line) if isinstance(node, _LOOPS)]
    for kind in (ast.While, ast.For, ast.AsyncFor):
        chosen = next((node for node in loops if isinstance(node, kind)), None)
        if chosen is not None:
            return Loop(chosen.lineno, kind, any(isinstance(node, ast.Yield) for node in ast.walk(chosen)))
    return None


def computing_line(source: str, line: int) -> int:
    """Return the line of the outermost loop without a wait round a line, in its function; else of its statement."""
    statements = [node for node in round_line(source, line) if isinstance(node, ast.stmt)]
    loops = [node for node in statements if isinstance(node, ast.For | ast.While) and not _waits(node)]
    found = next(iter(loops or statements[-1:]), None)
    return line if found is None else found.lineno


def round_line(source: str, line: int) -> list[ast.AST]:
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
