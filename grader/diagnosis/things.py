"""What a name, an attribute or an item in a function's text stands for: its own, or what other calls see as well.

A thing is told by where its root is bound (the module, an enclosing function, an argument) and the steps from there:
`account.balance`, `stock[name]`. Which object an argument is, only a run can tell (`owners`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from .source import Function, Source


class Key(NamedTuple):
    """What stands in the brackets of an item, in terms of a call's arguments."""

    text: str
    """Equal for equal expressions over equal values."""
    arguments: frozenset[str] | None
    """The arguments that it depends on; None: it depends on something else, and only this one call knows it."""


class Step(NamedTuple):
    """One step from an object to a part of it."""

    kind: Literal["attribute", "item"]
    key: Key


class Root(NamedTuple):
    """Where the name is bound with which a thing begins."""

    kind: Literal["module", "enclosing", "argument"]
    name: str
    owner: Function | None
    """The function that binds it; None for a module."""
    file: str


class Thing(NamedTuple):
    """Something that more than one call may see."""

    root: Root
    steps: tuple[Step, ...]
    text: str
    """How the program writes it."""

    def part(self, kind: Literal["attribute", "item"], key: Key, text: str) -> Thing:
        """Return an attribute or an item of it."""
        return Thing(self.root, (*self.steps, Step(kind, key)), text)

    def touches(self, other: Thing) -> bool:
        """Whether one is the other, or a part of it, as far as one call can tell."""
        if self.root != other.root:
            return False
        return all(one == another for one, another in zip(self.steps, other.steps, strict=False))


@dataclass(frozen=True)
class Scopes:
    """Which names a file's functions bind."""

    code: Source
    file: str

    @cached_property
    def module(self) -> frozenset[str]:
        """Names that the module binds."""
        names = {name for node in self.code.nodes if isinstance(node, ast.Global) for name in node.names}
        return frozenset(names | {name for name, node in self._bound if self.code.function_of(node) is None})

    @cached_property
    def _bound(self) -> tuple[tuple[str, ast.AST], ...]:
        return tuple(pair for node in self.code.nodes for pair in _binds(node))

    @cached_property
    def _locals(self) -> dict[Function, frozenset[str]]:
        found: dict[Function, set[str]] = {
            node: {argument.arg for argument in arguments(node)}
            for node in self.code.nodes
            if isinstance(node, Function)
        }
        for name, node in self._bound:
            function = self.code.function_of(node)
            if function is not None:
                found[function].add(name)
        for node in self.code.nodes:
            function = self.code.function_of(node) if isinstance(node, ast.Global | ast.Nonlocal) else None
            if function is not None and isinstance(node, ast.Global | ast.Nonlocal):
                found[function] -= set(node.names)
        return {function: frozenset(names) for function, names in found.items()}

    @cached_property
    def _globals(self) -> dict[Function | None, set[str]]:
        found: dict[Function | None, set[str]] = {}
        for node in self.code.nodes:
            if isinstance(node, ast.Global):
                found.setdefault(self.code.function_of(node), set()).update(node.names)
        return found

    @cached_property
    def functions(self) -> dict[str, list[Function]]:
        """All functions and methods of a name."""
        found: dict[str, list[Function]] = {}
        for node in self.code.nodes:
            if isinstance(node, Function):
                found.setdefault(node.name, []).append(node)
        return found

    def locals(self, function: Function) -> frozenset[str]:
        """Return the names that are a function's own, arguments included."""
        return self._locals.get(function, frozenset())

    def root(self, function: Function, name: str) -> Root | None:
        """Return where a name is bound that is not the function's own; None for one that nothing binds."""
        if name not in self._globals.get(function, ()):
            for outer in self.code.around(function):
                if isinstance(outer, Function) and name in self.locals(outer):
                    return Root("enclosing", name, outer, self.file)
        return Root("module", name, None, self.file) if name in self.module else None

    def stores(self, function: Function, name: str) -> list[ast.AST]:
        """Return where a function binds a name of its own."""
        return [node for bound, node in self._bound if bound == name and self.code.function_of(node) is function]


def arguments(function: Function) -> list[ast.arg]:
    """Return the parameters of a function, in the order in which calls are written."""
    given = function.args
    rest = [argument for argument in (given.vararg, given.kwarg) if argument is not None]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *rest]


def _binds(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name, node
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name, node
        case ast.ExceptHandler(name=str(name)):
            yield name, node
        case ast.Import() | ast.ImportFrom():
            for alias in node.names:
                yield (alias.asname or alias.name.partition(".")[0]), node
        case _:
            pass
