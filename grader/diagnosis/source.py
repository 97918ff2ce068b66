"""The program as text: an index over its syntax tree that answers the rules' questions about lines, calls and names.

Nothing here is recursive, and nothing is run: the text can be anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from grader.trace import parse

Function = ast.FunctionDef | ast.AsyncFunctionDef
Loop = ast.For | ast.AsyncFor | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass(frozen=True)
class Mark:
    """A part of a line, its columns counted from 1."""

    line: int
    column: int
    end_column: int
    """The column after the last one."""


@dataclass(frozen=True)
class Source:
    """A program's text and its tree."""

    text: str

    @cached_property
    def _parsed(self) -> ast.Module | SyntaxError:
        return parse(self.text)

    @property
    def error(self) -> SyntaxError | None:
        """The error that keeps the text from being a program."""
        return self._parsed if isinstance(self._parsed, SyntaxError) else None

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, in the order of the text."""
        if isinstance(self._parsed, SyntaxError):
            return ()
        found = list(ast.walk(self._parsed))
        return tuple(sorted(found, key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return tuple(self.text.splitlines())

    @cached_property
    def _parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}

    # --- from a node outwards ---

    def parent(self, node: ast.AST) -> ast.AST | None:
        """Return the node that holds this one."""
        return self._parents.get(node)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what holds a node, from the inside out."""
        found = self._parents.get(node)
        while found is not None:
            yield found
            found = self._parents.get(found)

    def function_of(self, node: ast.AST) -> Function | None:
        """Return the function in whose body a node stands."""
        return next((outer for outer in self.around(node) if isinstance(outer, Function)), None)

    def loop_of(self, node: ast.AST) -> Loop | None:
        """Return the innermost loop or comprehension round a node, within its function."""
        for outer in self.around(node):
            if isinstance(outer, Function | ast.Lambda):
                return None
            if isinstance(outer, Loop):
                return outer
        return None

    def is_awaited(self, node: ast.AST) -> bool:
        """Whether `await` stands directly before an expression."""
        return isinstance(self.parent(node), ast.Await)

    def await_round(self, node: ast.AST) -> ast.Await | None:
        """Return the `await` in whose expression a node stands."""
        for outer in self.around(node):
            if isinstance(outer, ast.Await):
                return outer
            if isinstance(outer, ast.stmt):
                break
        return None

    def is_statement(self, node: ast.AST) -> bool:
        """Whether an expression is a statement of its own, its value thrown away."""
        return isinstance(self.parent(node), ast.Expr)

    def kept_under(self, call: ast.Call) -> frozenset[str]:
        """Return the names under which what a call gives is kept as it is, alone or in a list or the like."""
        for outer in self.around(call):
            match outer:
                case ast.Assign(targets=targets):
                    return frozenset(n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name))
                case ast.AnnAssign(target=ast.Name(id=name)):
                    return frozenset({name})
                case ast.Call(func=ast.Attribute(attr="append", value=ast.Name(id=name))):
                    return frozenset({name})
                case ast.List() | ast.Tuple() | ast.ListComp() | ast.GeneratorExp() | ast.Dict() | ast.DictComp():
                    continue
                case _:
                    return frozenset()
        return frozenset()

    # --- names ---

    @cached_property
    def functions(self) -> dict[str, Function]:
        """Functions by name, methods included; the last definition counts, one of the module before others."""
        found = {node.name: node for node in self.nodes if isinstance(node, Function)}
        at_module = {
            node.name: node
            for node in self.nodes
            if isinstance(node, Function) and isinstance(self.parent(node), ast.Module)
        }
        return found | at_module

    @cached_property
    def aliases(self) -> dict[str, str]:
        """What a name of the program stands for: `{"sleep": "asyncio.sleep", "aio": "asyncio"}`."""
        found: dict[str, str] = {}
        for node in self.nodes:
            match node:
                case ast.Import(names=names):
                    found |= {name.asname: name.name for name in names if name.asname}
                case ast.ImportFrom(module=str(module), names=names):
                    found |= {name.asname or name.name: f"{module}.{name.name}" for name in names}
                case ast.Assign(targets=[ast.Name(id=target)], value=ast.Attribute() as value):
                    if isinstance(self.parent(node), ast.Module):
                        found[target] = self.dotted(value, found)
                case _:
                    pass
        return found

    def dotted(self, node: ast.AST, aliases: dict[str, str] | None = None) -> str:
        """Return the full name that an expression is, aliases resolved: `asyncio.sleep`; empty where it is none."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ".".join(["", *reversed(parts)]) if parts else ""
        known = self.aliases if aliases is None else aliases
        return ".".join([known.get(node.id, node.id), *reversed(parts)])

    def callee(self, call: ast.Call) -> str:
        """Return the full name of what is called: `asyncio.gather`, `group.create_task`."""
        return self.dotted(call.func)

    def names_in(self, node: ast.AST) -> frozenset[str]:
        """Return the plain names that are read somewhere in a node."""
        return frozenset(
            child.id for child in ast.walk(node) if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load)
        )

    # --- finding ---

    @cached_property
    def calls(self) -> tuple[ast.Call, ...]:
        """Every call, in the order of the text."""
        return tuple(node for node in self.nodes if isinstance(node, ast.Call))

    def calls_of(self, *names: str, within: ast.AST | None = None) -> tuple[ast.Call, ...]:
        """Return the calls of functions by the last part of their name: `calls_of("gather", "Robot.drive")`."""
        inside = None if within is None else set(ast.walk(within))
        names = tuple(name.rpartition(".")[2] for name in names)
        return tuple(
            call for call, name in self._called.items() if name in names and (inside is None or call in inside)
        )

    @cached_property
    def _called(self) -> dict[ast.Call, str]:
        """The last part of the name of what each call calls."""
        return {call: self.callee(call).rpartition(".")[2] for call in self.calls}

    def on_line(self, line: int, *names: str) -> ast.Call | None:
        """Return the call of one of these names that begins on a line, or else the smallest one that covers it."""
        found = [call for call in self.calls_of(*names) if _covers(call, line)]
        found.sort(key=lambda call: (call.lineno != line, (call.end_lineno or 0) - call.lineno, call.col_offset))
        return found[0] if found else None

    def statement(self, line: int) -> ast.stmt | None:
        """Return the smallest statement that covers a line."""
        found = [node for node in self.nodes if isinstance(node, ast.stmt) and _covers(node, line)]
        return min(found, key=lambda node: (node.end_lineno or 0) - node.lineno, default=None)

    def function_at(self, line: int) -> Function | None:
        """Return the innermost function round a line."""
        found = [node for node in self.functions.values() if _covers(node, line)]
        return max(found, key=lambda node: node.lineno, default=None)

    def loop_at(self, line: int) -> ast.For | ast.AsyncFor | ast.While | None:
        """Return the innermost loop statement round a line, or headed on it."""
        found = [node for node in self.nodes if isinstance(node, ast.For | ast.AsyncFor | ast.While)]
        return max((node for node in found if _covers(node, line)), key=lambda node: node.lineno, default=None)

    # --- showing ---

    def code(self, node: ast.AST) -> str:
        """Return the text of a node on one line, as the learner wrote it."""
        start, end = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
        if not start or not end:
            return ""
        first, last = self._offset(node.lineno, node.col_offset), self._offset(end, node.end_col_offset)  # type: ignore[attr-defined]
        if start == end:
            return self.lines[start - 1][first:last]
        parts = [self.lines[start - 1][first:], *self.lines[start : end - 1], self.lines[end - 1][:last]]
        return " ".join(part.strip() for part in parts).replace("( ", "(").replace(", )", ")").replace(" )", ")")

    def mark(self, node: ast.AST) -> Mark | None:
        """Return where a node stands; of one over several lines, the part on its first line."""
        line: int | None = getattr(node, "lineno", None)
        if line is None or line > len(self.lines):
            return None
        text = self.lines[line - 1]
        start = self._offset(line, node.col_offset)  # type: ignore[attr-defined]
        if isinstance(node, Function | ast.ClassDef | ast.While | ast.For | ast.AsyncFor | ast.With | ast.AsyncWith):
            return Mark(line, start + 1, len(text.rstrip()) + 1)
        same = node.end_lineno == line  # type: ignore[attr-defined]
        end = self._offset(line, node.end_col_offset) if same else len(text.rstrip())  # type: ignore[attr-defined]
        return Mark(line, start + 1, end + 1)

    def mark_line(self, line: int) -> Mark | None:
        """Return the part of a line on which its statement stands."""
        statement = self.statement(line)
        if statement is not None and statement.lineno == line:
            return self.mark(statement)
        if not 0 < line <= len(self.lines):
            return None
        text = self.lines[line - 1]
        return Mark(line, len(text) - len(text.lstrip()) + 1, max(len(text.rstrip()) + 1, 1))

    def _offset(self, line: int, offset: int) -> int:
        """Turn an offset in UTF-8 bytes into one in characters."""
        return len(self.lines[line - 1].encode()[:offset].decode(errors="ignore"))


def _covers(node: ast.AST, line: int) -> bool:
    start: int = getattr(node, "lineno", 0)
    return start <= line <= (getattr(node, "end_lineno", None) or start)
