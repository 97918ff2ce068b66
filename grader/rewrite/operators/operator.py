"""What an operator is, and what several of them ask of a program."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..program import Change, Edit, Program


@dataclass(frozen=True)
class Operator:
    """A kind of mistake that can be made in a program."""

    name: str
    """What is done, such as `drop-await`."""
    mistakes: tuple[str, ...]
    """Codes of the diagnostics that such mistakes get, as a rule."""
    changes: Callable[[Program], Iterator[Change]]
    """Yields each change of this kind that a program allows."""


def change(*edits: Edit, imports: str = "") -> Change:
    """Return a change of some edits."""
    return Change(tuple(sorted(edits, key=lambda edit: edit.start)), imports)


def called(node: ast.AST) -> str:
    """Return the last part of the name of what a call calls; empty for anything else.

    >>> called(ast.parse("asyncio.sleep(1)", mode="eval").body)
    'sleep'
    """
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name
    return ""


def is_asyncio(node: ast.AST, *names: str) -> bool:
    """Whether a node is a call of one of asyncio's functions or classes: `asyncio.sleep(1)`, `sleep(1)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="asyncio"), attr=name) | ast.Name(id=name)):
            return name in names
    return False


def names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    """Return the names that are read (`ast.Load`) or bound (`ast.Store`) in a part of a program."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, context)}
