"""A construct that an exercise demands is made to fail, in the text of a submission.

Whether a program uses `asyncio.TaskGroup` shows only in what its process reports of itself, and in its text, where it
may be decoration. So the judge takes the construct away and runs the program again: what hangs on it is not done any
more, and that is observed. A program that hides the construct from this module behaves as before, as does one that does
not use it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

MODULE = "_ablated"
"""Module that has what takes the place of constructs; its file goes with the program."""

CONSTRUCTS: Mapping[str, str] = MappingProxyType(
    {
        "asyncio.TaskGroup.create_task": """
import asyncio

class TaskGroup(asyncio.TaskGroup):
    def create_task(self, coroutine, **options):
        coroutine.close()
        nothing = asyncio.get_running_loop().create_future()
        nothing.set_result(None)
        return nothing
""",
    }
)
"""Construct of a library → the module that has it under its own name, as it is when it fails: no task starts."""


def ablated(source: str, construct: str) -> tuple[str, dict[str, str]]:
    """Return a program's text in which a construct fails, and the files that it needs beside it.

    `construct` is one of `CONSTRUCTS`, or `Class.method` of the program's own (also of a function `Class` that gives
    the same), or `method` alone, of every class that has it: then that is there, and raises NotImplementedError when it
    is called. Text that cannot be parsed, or that does not have the construct, is returned as it is.
    """
    try:
        tree = ast.parse(source)
        if construct in CONSTRUCTS:
            changed: ast.AST = _Library(construct).visit(tree)
            files = {f"{MODULE}.py": CONSTRUCTS[construct]}
        else:
            changed, files = _Own(construct).visit(tree), {}
        return f"{ast.unparse(ast.fix_missing_locations(changed))}\n", files
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source, {}


class _Library(ast.NodeTransformer):
    """Puts another class in place of one that a library has, by whichever name the program calls it."""

    def __init__(self, construct: str) -> None:
        self._module, self._name, _ = construct.split(".")
        self._modules: set[str] = set()

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Find the module's names first: a use may stand before the import."""
        self._modules = {
            alias.asname or alias.name
            for imported in ast.walk(node)
            if isinstance(imported, ast.Import)
            for alias in imported.names
            if alias.name == self._module
        }
        self.generic_visit(node)
        first = next((n for n, part in enumerate(node.body) if not _comes_first(part)), len(node.body))
        node.body.insert(first, ast.Import([ast.alias(MODULE)]))
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        """Import the class from our module."""
        if node.module is None or node.module.partition(".")[0] != self._module or node.level:
            return [node]
        ours = [ast.alias(self._name, name.asname) for name in node.names if name.name in (self._name, "*")]
        rest = [name for name in node.names if name.name != self._name]
        found: list[ast.stmt] = [ast.ImportFrom(node.module, rest, 0)] if rest else []
        return [*found, *([ast.ImportFrom(MODULE, ours, 0)] if ours else [])]

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Take the class from our module, also by way of the module that defines it."""
        owner = node.value
        if isinstance(owner, ast.Attribute) and owner.attr in ("taskgroups",):
            owner = owner.value
        if node.attr == self._name and isinstance(owner, ast.Name) and owner.id in self._modules:
            return ast.Attribute(ast.Name(MODULE, ast.Load()), self._name, node.ctx)
        return self.generic_visit(node)


def _comes_first(part: ast.stmt) -> bool:
    is_docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
    return is_docstring or (isinstance(part, ast.ImportFrom) and part.module == "__future__")


class _Own(ast.NodeTransformer):
    """Makes a method of the program's own raise."""

    def __init__(self, construct: str) -> None:
        self._class, _, self._method = construct.rpartition(".")

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        """Change the method of the class."""
        if self._class in ("", node.name):
            for method in node.body:
                if isinstance(method, _FUNCTIONS) and method.name == self._method:
                    method.body = list(_raising(method))
        self.generic_visit(node)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Change a function that stands for the class."""
        return self._changed(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        """Change a function that stands for the class."""
        return self._changed(node)

    def _changed(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        if node.name == self._class:
            node.body = list(_raising(node))
            return node
        return self.generic_visit(node)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _raising(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.stmt]:
    yield ast.Raise(ast.Name("NotImplementedError", ast.Load()), None)
    if any(isinstance(part, ast.Yield) for part in ast.walk(function)):
        yield ast.Expr(ast.Yield(None))  # it stays a generator
