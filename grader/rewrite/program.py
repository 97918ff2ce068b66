"""A program whose text is changed in places: its tree says where, and everything else stays as it was written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, overload

_First = TypeVar("_First", bound=ast.AST)
_Second = TypeVar("_Second", bound=ast.AST)
_Third = TypeVar("_Third", bound=ast.AST)

Positioned = ast.stmt | ast.expr | ast.excepthandler | ast.keyword
"""What has a place in the text."""

BODIES = ("body", "orelse", "finalbody")
"""Where a statement holds others."""


@dataclass(frozen=True)
class Edit:
    """A stretch of the text, and what takes its place."""

    start: int
    """First character, counted from 0."""
    end: int
    """The character after the last one; the same as `start` where something is put between."""
    text: str


@dataclass(frozen=True)
class Change:
    """What makes one program of another."""

    edits: tuple[Edit, ...]
    """In the order of the text."""
    imports: str = ""
    """A module that the changed program needs beside those that it imports."""


@dataclass(frozen=True)
class Program:
    """A text that is a program. Raises SyntaxError where it is none."""

    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """The nodes that do the work, outer ones first: no annotations, no docstrings, nothing under `if __name__`."""
        return tuple(_working(self.tree))

    @overload
    def each(self, first: type[_First], /) -> Iterator[_First]: ...
    @overload
    def each(self, first: type[_First], second: type[_Second], /) -> Iterator[_First | _Second]: ...
    @overload
    def each(
        self, first: type[_First], second: type[_Second], third: type[_Third], /
    ) -> Iterator[_First | _Second | _Third]: ...

    def each(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield the nodes of some kinds."""
        return (node for node in self.nodes if isinstance(node, kinds))

    @cached_property
    def _parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def parent(self, node: ast.AST) -> ast.AST | None:
        """Return the node that holds this one."""
        return self._parents.get(node)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what holds a node, from the inside out."""
        found = self._parents.get(node)
        while found is not None:
            yield found
            found = self._parents.get(found)

    def function_of(self, node: ast.AST) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """Return the function in which a node stands."""
        return next((n for n in self.around(node) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)), None)

    def function_at(self, line: int) -> str:
        """Return the name of the innermost function that has a line, with that of its class; empty where none has."""
        holding = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if node.lineno <= line <= (node.end_lineno or 0)
        ]
        return ".".join(node.name for node in holding)

    def bodies(self) -> Iterator[list[ast.stmt]]:
        """Yield the sequences of statements inside functions, each without a docstring; none that is empty then."""
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or self.function_of(node) is not None:
                bodies = (_without_docstring(getattr(node, name)) for name in BODIES if _is_body(node, name))
                yield from filter(None, bodies)

    # --- places in the text ---

    @cached_property
    def _lines(self) -> tuple[list[bytes], list[int]]:
        """The lines in UTF-8, as the tree counts columns, and the characters before each."""
        lines = self.text.split("\n")
        before = [0]
        for line in lines:
            before.append(before[-1] + len(line) + 1)
        return [line.encode() for line in lines], before

    def _offset(self, line: int, column: int) -> int:
        encoded, before = self._lines
        return before[line - 1] + len(encoded[line - 1][:column].decode())

    def start(self, node: Positioned) -> int:
        """Return where a node begins."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: Positioned) -> int:
        """Return where a node has ended."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self._offset(node.end_lineno, node.end_col_offset)

    def code(self, node: Positioned) -> str:
        """Return a node's text."""
        return self.text[self.start(node) : self.end(node)]

    def line_of(self, offset: int) -> int:
        """Return the number of the line, from 1, in which a character stands."""
        return self.text.count("\n", 0, offset) + 1

    def indent(self, node: ast.stmt) -> str | None:
        """Return the blanks before a statement, or None where something else stands before it on its line."""
        before = self.text[: self.start(node)].rpartition("\n")[2]
        return before if not before.strip() else None

    # --- changes ---

    def instead(self, node: Positioned, text: str) -> Edit:
        """Put a text in place of a node."""
        return Edit(self.start(node), self.end(node), text)

    def between(self, start: int, end: int, text: str = "") -> Edit:
        """Put a text in place of a stretch."""
        return Edit(start, end, text)

    def before(self, node: Positioned, text: str) -> Edit:
        """Put a text before a node."""
        return Edit(self.start(node), self.start(node), text)

    def after(self, change: Change) -> str:
        """Return the text after a change."""
        text = _applied(self.text, change.edits)
        return _importing(text, change.imports) if change.imports else text

    def shown(self, change: Change) -> tuple[int, str, str]:
        """Return the first line that a change touches, and all that it touches, before and afterwards.

        Lines that are comments alone are left out.
        """
        first, last = change.edits[0].start, max(edit.end for edit in change.edits)
        start = self.text.rfind("\n", 0, first) + 1
        end = self.text.find("\n", last)
        stretch = self.text[start : end if end >= 0 else len(self.text)]
        moved = tuple(Edit(edit.start - start, edit.end - start, edit.text) for edit in change.edits)
        depth = len(stretch) - len(stretch.lstrip())
        return self.line_of(first), _lines_of(stretch, depth), _lines_of(_applied(stretch, moved), depth)


def _working(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        parts = value if isinstance(value, list) else [value]
        if name == "body" and isinstance(value, list):
            parts = _without_docstring(parts)
        for part in parts:
            if isinstance(part, ast.AST) and not _is_guard(part):
                yield from _working(part)


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    match body:
        case [ast.Expr(value=ast.Constant(value=str())), *rest]:
            return rest
    return body


def _is_body(node: ast.AST, name: str) -> bool:
    value = getattr(node, name, None)
    return isinstance(value, list) and bool(value) and isinstance(value[0], ast.stmt)


def _is_guard(node: ast.AST) -> bool:
    match node:
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
            return True
    return False


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _importing(text: str, module: str) -> str:
    """Import a module before the first other import that can be preceded by one."""
    program = Program(text)
    for part in program.tree.body:
        if isinstance(part, ast.Import) or (isinstance(part, ast.ImportFrom) and part.module != "__future__"):
            return _applied(text, (program.before(part, f"import {module}\n"),))
    return text


def _lines_of(stretch: str, depth: int) -> str:
    lines = [line for line in stretch.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(line[min(depth, len(line) - len(line.lstrip())) :].rstrip() for line in lines)
