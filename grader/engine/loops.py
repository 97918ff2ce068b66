"""Which loop a line is in: what stops a program that computes for ever comes at any of the loop's lines."""

from __future__ import annotations

import ast

_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def loop_round(source: str, line: int) -> tuple[int, bool] | None:
    """Return the line of the outermost loop round a line, in the same function, and whether it is a `while`.

    A `while` comes before any other loop round it: the others end as a rule.
    """
    found: list[ast.While | ast.For | ast.AsyncFor] = []
    body: list[ast.AST] = [ast.parse(source)]
    while body:
        inner = next((node for node in body if _holds(node, line)), None)
        if inner is None:
            break
        if isinstance(inner, _FUNCTIONS):
            found.clear()
        if isinstance(inner, _LOOPS):
            found.append(inner)
        body = list(ast.iter_child_nodes(inner))
    chosen = next(iter([node for node in found if isinstance(node, ast.While)] or found), None)
    return None if chosen is None else (chosen.lineno, isinstance(chosen, ast.While))


def _holds(node: ast.AST, line: int) -> bool:
    if isinstance(node, ast.Module):
        return True
    first, last = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    return first is not None and last is not None and first <= line <= last
