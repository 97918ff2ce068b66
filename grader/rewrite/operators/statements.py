"""Mistakes in what is done at all, how often, and in which order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from ..program import Change, Program
from .operator import Operator, change, is_asyncio, names

CONTAINERS = ("defaultdict", "deque", "dict", "frozenset", "list", "set", "tuple")
"""Classes with small letters, as `_only_makes` has to know them."""

FARTHEST = 6
"""Statements that one is moved past at most: farther moves show nothing that shorter ones do not."""


def drop_statement(program: Program) -> Iterator[Change]:
    """Make `pass` of a call, an `await`, a `raise`, a `break`, or of what changes an attribute."""
    for node in program.each(ast.stmt):
        match node:
            case ast.Expr(value=ast.Call() | ast.Await()) | ast.Raise() | ast.Break() | ast.Continue():
                yield change(program.instead(node, "pass"))
            case ast.Return(value=None) | ast.AugAssign() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
                yield change(program.instead(node, "pass"))


def do_earlier(program: Program) -> Iterator[Change]:
    """Move a statement up past others of the same body, unless it needs a name that they bind."""
    for body in program.bodies():
        for place in range(1, len(body)):
            needed = names(body[place], ast.Load)
            for target in reversed(range(max(place - FARTHEST, 0), place)):
                passed = body[target]
                if names(passed, ast.Store) & needed or program.indent(passed) is None:
                    break
                if isinstance(passed, ast.Return | ast.Raise | ast.Nonlocal | ast.Global):
                    break
                if _may_come_earlier(body[place], body[target:place]):
                    continue
                order = [body[place], *body[target:place]]
                yield change(*map(program.instead, body[target : place + 1], map(program.code, order)))


def _may_come_earlier(statement: ast.stmt, passed: list[ast.stmt]) -> bool:
    """Whether nobody can see that a statement is done before others."""
    bound = names(statement, ast.Store)
    used = {name for other in passed for name in names(other, ast.Load)}
    return _only_makes(statement) and (all(map(_only_makes, passed)) or (bool(bound) and not bound & used))


def _only_makes(statement: ast.stmt) -> bool:
    """Whether a statement puts values and new objects under names: when it is done does not matter then."""
    calls = (node.func for node in ast.walk(statement) if isinstance(node, ast.Call))
    named = (func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls)
    waits = any(isinstance(node, ast.Await | ast.Yield) for node in ast.walk(statement))
    makes = all(name[:1].isupper() or name in CONTAINERS for name in named)
    return isinstance(statement, ast.Assign | ast.AnnAssign) and makes and not waits


def swap(program: Program) -> Iterator[Change]:
    """Let two arguments of a call, or two elements of a list or tuple, change places."""
    for node in program.each(ast.Call, ast.List, ast.Tuple):
        parts = node.args if isinstance(node, ast.Call) else node.elts
        for first, second in pairwise(parts):
            if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
                yield change(program.instead(first, program.code(second)), program.instead(second, program.code(first)))


def loop_once(program: Program) -> Iterator[Change]:
    """Make `if` of `while`."""
    for node in program.each(ast.While):
        inside = (part for statement in node.body for part in ast.walk(statement))
        if not any(isinstance(part, ast.Break | ast.Continue) for part in inside):
            start = program.start(node)
            yield change(program.between(start, start + len("while"), "if"))


def leave_one_out(program: Program) -> Iterator[Change]:
    """Make `[*l][:-1]` of what a loop or a comprehension goes through."""
    for node in program.each(ast.For, ast.comprehension):
        asynchronous = isinstance(node, ast.comprehension) and node.is_async
        if not asynchronous and not (isinstance(node.iter, ast.Call) and _is_range(node.iter)):
            yield change(program.instead(node.iter, f"[*{program.code(node.iter)}][:-1]"))


def _is_range(call: ast.Call) -> bool:
    return is_asyncio(call, "range")


def print_instead(program: Program) -> Iterator[Change]:
    """Make `print(x)` of `return x`."""
    for node in program.each(ast.Return):
        if node.value is not None:
            yield change(program.instead(node, f"print({program.code(node.value)})"))


def return_the_error(program: Program) -> Iterator[Change]:
    """Make `return E(…)` of `raise E(…)`."""
    for node in program.each(ast.Raise):
        if node.exc is not None:
            yield change(program.instead(node, f"return {program.code(node.exc)}"))


STATEMENTS = (
    Operator(
        "drop-statement",
        ("missing-task-done", "task-not-cancelled", "cancelled-not-awaited", "cancel-swallowed", "never-signalled"),
        drop_statement,
    ),
    Operator("do-earlier", ("early-task-done", "output-order", "wrong-output"), do_earlier),
    Operator("swap", ("wrong-output", "output-order"), swap),
    Operator("loop-once", ("wrong-output", "job-cut-short"), loop_once),
    Operator("leave-one-out", ("wrong-output", "lost-task"), leave_one_out),
    Operator("print-instead", ("result-not-returned",), print_instead),
    Operator("return-the-error", ("swallowed-exception",), return_the_error),
)
