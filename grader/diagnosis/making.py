"""Where a value comes from that a line prints: the line that prints a wrong one is seldom the one that is wrong.

Only what the text leaves no choice about is followed: a name with one binding, a parameter of a function with one
caller, a result of a function with one `return`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from .case import Case
from .source import Function
from .things import arguments

STEPS = 4
"""Names and calls that are followed, at most."""


def maker_of(case: Case, printing: int, found: str, due: str) -> ast.expr | None:
    """Return what makes the one value in which a printed line differs from the one that was due, on another line."""
    call = case.code.on_line(printing, "print")
    if call is None or call.keywords or any(isinstance(argument, ast.Starred) for argument in call.args):
        return None
    values = [value for value, _, _ in differing(call.args, found, due)]
    made = _origin(case, values[0], STEPS) if len(values) == 1 else None
    return made if made is not None and made.lineno != printing else None


def differing(pieces: Sequence[ast.expr], found: str, due: str) -> list[tuple[ast.expr, str, str]]:
    """Return the values in pieces of a text that come out otherwise in one text than in another, with both."""
    parts = [part for argument in pieces for part in (ast.Constant(" "), *_parts(argument))][1:]
    pattern = "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.*)" for part in parts)
    values = [part for part in parts if not isinstance(part, ast.Constant)]
    own, other = (re.fullmatch(pattern, text, re.DOTALL) for text in (found, due))
    if own is None or other is None:
        return []
    return [
        (value, one, two) for value, one, two in zip(values, own.groups(), other.groups(), strict=True) if one != two
    ]


def _parts(argument: ast.expr) -> list[ast.expr]:
    if not isinstance(argument, ast.JoinedStr):
        return [argument]
    return [part.value if isinstance(part, ast.FormattedValue) else part for part in argument.values]


def _origin(case: Case, node: ast.expr, steps: int) -> ast.expr | None:
    """Follow a value to the expression that makes it."""
    for _ in range(steps):
        before = _before(case, node)
        if before is None:
            return node
        node = before
    return node


def _before(case: Case, node: ast.expr) -> ast.expr | None:
    """Return where the value of an expression comes from, where only one place can be meant."""
    match node:
        case ast.Name(id=name):
            function = case.code.function_of(node)
            return _bound(case, function, name) if function is not None else None
        case ast.Await(value=ast.Call() as call) | (ast.Call() as call):
            return _returned(case.code.functions.get(case.code.callee(call)))
        case _:
            return None


def _bound(case: Case, function: Function, name: str) -> ast.expr | None:
    given = [argument.arg for argument in arguments(function)]
    given = given[1:] if isinstance(case.code.parent(function), ast.ClassDef) else given  # a method is called on `self`
    bindings = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    stores = [node for node in bindings if isinstance(node.ctx, ast.Store)]
    if name in given:
        calls = case.code.calls_of(function.name)
        place = given.index(name)
        plain = len(calls) == 1 and not stores and len(calls[0].args) > place
        return calls[0].args[place] if plain else None
    outer = case.code.parent(stores[0]) if len(stores) == 1 else None
    match outer:
        case ast.Assign(targets=[ast.Name()], value=value) | ast.AnnAssign(value=ast.expr() as value):
            return value
        case ast.For(target=ast.Name(), iter=items):
            return items
        case _:
            return None


def _returned(function: Function | None) -> ast.expr | None:
    returns = [node for node in ast.walk(function) if isinstance(node, ast.Return)] if function is not None else []
    return returns[0].value if len(returns) == 1 else None
