"""Loops of which the text alone says that nothing can end them: it is of no use to let them turn.

Such a loop is a `while` whose test looks at plain values that its body does not change, or an `async for` where the
file has one `__anext__`; nothing leaves it: no `break`, `return` or `raise`, no wait, and no call but a few that change
nothing. While it turns nothing else runs, as long as there is no other thread and no handler of a signal. What is not
certain is taken to end.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from .loops import round_line

_TELLS = frozenset({"done", "is_set", "empty", "full", "locked", "cancelled", "qsize"})
"""Methods that tell how a thing stands, and change nothing."""

_COMPUTES = frozenset({"max", "min", "abs", "print"})
"""Functions of Python's that always come back."""

_COLLECTS = frozenset({"append", "add"})
"""Methods that keep an item, and change nothing that an iteration looks at."""

_PARTS = (
    ast.Pass
    | ast.Continue
    | ast.Expr
    | ast.Assign
    | ast.AugAssign
    | ast.If
    | ast.Constant
    | ast.Name
    | ast.Attribute
    | ast.Compare
    | ast.BoolOp
    | ast.UnaryOp
    | ast.BinOp
    | ast.Call
    | ast.expr_context
    | ast.cmpop
    | ast.boolop
    | ast.unaryop
    | ast.Add
    | ast.Sub
    | ast.Mult
)
"""What such a loop may consist of."""


def is_endless(source: str, line: int) -> bool:
    """Tell whether nothing can end a loop round a line, as long as nothing but the loop runs."""
    text = _Text(ast.parse(source))
    if "signal" in text.imported:
        return False
    loops = [node for node in round_line(source, line) if isinstance(node, ast.While)]
    return any(text.goes_on(loop) for loop in loops) or text.iterates_for_ever(line)


class _Text:
    """A program's text, and the names that it gives to things."""

    def __init__(self, tree: ast.Module) -> None:
        self._nodes = list(ast.walk(tree))
        self._functions = [node for node in self._nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        self._defined = {function.name for function in self._functions}
        stored = (node for node in self._nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))
        self._plain = {node.attr for node in stored} - self._defined
        """Attributes that are no properties, which would compute."""

    @property
    def imported(self) -> set[str]:
        """The modules that are imported, and what from them."""
        found = {node.module or "" for node in self._nodes if isinstance(node, ast.ImportFrom)}
        return found | {node.name for node in self._nodes if isinstance(node, ast.alias)}

    def goes_on(self, loop: ast.While) -> bool:
        """Tell whether a loop looks only at what it does not change, and is not left."""
        looked_at = {_name(node) for node in ast.walk(loop.test)} - {""}
        return not loop.orelse and self._is_simple((loop.test, *loop.body)) and not looked_at & _changed(loop.body)

    def iterates_for_ever(self, line: int) -> bool:
        """Tell whether a line is in the one `async for`, or the one `__anext__`, and neither is ever left."""
        loops = [node for node in self._nodes if isinstance(node, ast.AsyncFor)]
        steps = [function for function in self._functions if function.name == "__anext__"]
        by_hand = any(_name(node) in ("anext", "__anext__") for node in self._nodes)
        if not loops or len(steps) != 1 or by_hand:
            return False
        near = any(node.lineno <= line <= (node.end_lineno or 0) for node in (*loops, *steps))
        body = [statement for loop in loops for statement in loop.body]
        return near and self._is_simple(body, _TELLS | _COLLECTS) and self._is_simple(steps[0].body, leaves=True)

    def _is_simple(self, statements: Iterable[ast.AST], methods: frozenset[str] = _TELLS, leaves: bool = False) -> bool:
        parts = [part for statement in statements for part in ast.walk(statement)]
        called = [part.func for part in parts if isinstance(part, ast.Call)]
        return (
            all(isinstance(part, _PARTS | ast.Return if leaves else _PARTS) for part in parts)
            and all(_name(func) in (methods if isinstance(func, ast.Attribute) else _COMPUTES) for func in called)
            and not {_name(func) for func in called} & self._defined
            and all(part.attr in self._plain or part in called for part in parts if isinstance(part, ast.Attribute))
        )


def _changed(body: Iterable[ast.AST]) -> set[str]:
    parts = (part for statement in body for part in ast.walk(statement))
    return {_name(part) for part in parts if isinstance(part, ast.Name | ast.Attribute) and _stores(part)}


def _stores(node: ast.Name | ast.Attribute) -> bool:
    return isinstance(node.ctx, ast.Store)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
