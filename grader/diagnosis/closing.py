"""What a program opened and did not close: connections, servers, sessions, files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Diagnostic, ResourceLeftOpen, Returned

from .case import Case, Run
from .source import Function, Source
from .words import quoted

_OPENERS = {
    "a connection": ("open_connection", "open_unix_connection", "create_connection", "create_unix_connection"),
    "a server": ("start_server", "start_unix_server", "create_server", "create_unix_server"),
    "a connection that came in": ("start_server", "start_unix_server"),
    "a client session": ("ClientSession",),
    "a file": ("open", "open_file"),
}
"""The calls that open each kind of thing."""

_EVERY_WAY = "Which line closes it, and does every way through the program come past that line?"
_PARENTHESES = "What do the parentheses behind the name of a method do, and does this line have them?"
_LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def left_open(case: Case) -> Iterator[Diagnostic]:
    """Name what was still open at the end of a program that ended by itself."""
    for run in case.runs:
        for event in run.events(ResourceLeftOpen) if isinstance(run.trace.outcome, Returned) else ():
            line = case.line(event.place)
            calls = case.code.calls_of(*_OPENERS[event.what])
            if line is not None:
                call = case.code.on_line(line, *_OPENERS[event.what])
            else:
                call = calls[0] if calls and event.place is None else None
            if call is None:
                continue
            yield _not_closed(case, _opened(case, call, event.what), _times(run, event))
            return


class _Opened(NamedTuple):
    """Something that was opened."""

    name: str
    """The name under which the program closes it; empty where it keeps none."""
    shown: str
    """It in words."""
    node: ast.AST
    """Where it comes from."""
    label: str


def _opened(case: Case, call: ast.Call, what: str) -> _Opened:
    if what == "a connection that came in":
        handler = case.code.functions.get(case.code.dotted(call.args[0]).rpartition(".")[2]) if call.args else None
        writer = handler.args.args[-1] if handler is not None and len(handler.args.args) > 1 else None
        if handler is not None and writer is not None:
            shown = f"{quoted(writer.arg)} of {quoted(handler.name)}"
            return _Opened(writer.arg, shown, writer, "a connection that came in: this side of it stays open")
        return _Opened("", f"a connection to {quoted(case.code.code(call))}", call, "its handler closes nothing")
    name = _kept_name(case.code, call)
    shown = quoted(name) if name else f"what {quoted(case.code.code(call))} gave"
    return _Opened(name, shown, call, f"opens {what}")


def _kept_name(code: Source, call: ast.Call) -> str:
    """Return the name of what a call opens: of a pair of streams, that of the second one, which is the writer."""
    for outer in code.around(call):
        match outer:
            case ast.Assign(targets=[ast.Tuple(elts=[*_, last])]):
                return code.dotted(last, {})
            case ast.Assign(targets=[target]):
                return code.dotted(target, {})
            case ast.Await():
                continue
            case _:
                return ""
    return ""


def _times(run: Run, event: ResourceLeftOpen) -> list[str]:
    same = [other for other in run.events(ResourceLeftOpen) if (other.what, other.place) == (event.what, event.place)]
    return [f"{len(same)} of them were open at the end"] if len(same) > 1 else []


def _not_closed(case: Case, opened: _Opened, notes: list[str]) -> Diagnostic:
    almost = _almost(case.code, opened) if opened.name else None
    return case.diagnostic(
        "resource-not-closed",
        f"{opened.shown} was opened and never closed",
        almost[0] if almost is not None else opened.node,
        label=almost[1] if almost is not None else opened.label,
        notes=notes,
        hint=_hint(almost),
    )


def _hint(almost: tuple[ast.AST, str] | None) -> str:
    return _PARENTHESES if almost is not None and isinstance(almost[0], ast.Expr) else _EVERY_WAY


def _scope(code: Source, opened: _Opened) -> tuple[ast.AST, ...]:
    """Return the nodes in which a name stands for what was opened: of a plain name, those of its function."""
    function = code.function_of(opened.node)
    inside = set(ast.walk(function)) if function is not None and "." not in opened.name else None
    return code.nodes if inside is None else tuple(node for node in code.nodes if node in inside)


def _almost(code: Source, opened: _Opened) -> tuple[ast.AST, str] | None:
    """Return a line that looks as if it closed a thing, and why it does not."""
    name = opened.name
    for node in _scope(code, opened):
        match node:
            case ast.Expr(value=ast.Attribute(attr="close" | "aclose", value=owner)) if code.dotted(owner, {}) == name:
                return node, "names the method and does not call it"
            case ast.Call(func=ast.Attribute(attr="close" | "aclose", value=owner)) if code.dotted(owner, {}) == name:
                leaves = _left_before(code, node)
                if leaves is not None:
                    return node, f"never reached: it stands behind the `{type(leaves).__name__.lower()}`"
            case _:
                pass
    return None


def _left_before(code: Source, node: ast.AST) -> ast.stmt | None:
    """Return the statement behind which a node stands in its block, so that it is never reached."""
    inner = node
    for outer in code.around(node):
        for block in (getattr(outer, field, None) for field in ("body", "orelse", "finalbody")):
            if isinstance(block, list) and inner in block:
                before = block[: block.index(inner)]
                found = next((statement for statement in before if isinstance(statement, _LEAVES)), None)
                if found is not None:
                    return found
        inner = outer
        if isinstance(outer, Function):
            break
    return None


def never_closed(case: Case) -> Iterator[Diagnostic]:
    """Ask about a file, or a connection that came in, that no line of the text closes. A run does not tell of these."""
    if not case.failed_runs:
        return
    for opened in (*_files(case.code), *_handled(case)):
        if opened.name and _is_closed(case.code, opened):
            continue
        almost = _almost(case.code, opened) if opened.name else None
        yield case.diagnostic(
            "resource-not-closed",
            f"no line of the program closed {opened.shown}",
            almost[0] if almost is not None else opened.node,
            label=almost[1] if almost is not None else opened.label,
            hint=_hint(almost),
            certain=False,
        )
        return


def _files(code: Source) -> Iterator[_Opened]:
    for call in code.calls_of("open"):
        outer = code.parent(call)
        outer = code.parent(outer) if isinstance(outer, ast.Await) else outer
        if isinstance(outer, ast.Assign) or (isinstance(outer, ast.Attribute) and code.callee(call) == "open"):
            name = _kept_name(code, call)
            shown = quoted(name) if name else f"what {quoted(code.code(call))} opened"
            yield _Opened(name, shown, call, "opens a file")


def _handled(case: Case) -> Iterator[_Opened]:
    for call in case.code.calls_of(*_OPENERS["a connection that came in"]):
        found = _opened(case, call, "a connection that came in")
        if found.name:
            yield found


def _is_closed(code: Source, opened: _Opened) -> bool:
    """Whether a line that can be reached closes a thing, or a block or another function is given it.

    A collection that is given it closes nothing.
    """
    name = opened.name
    for node in _scope(code, opened):
        match node:
            case ast.Call(func=ast.Attribute(attr="close" | "aclose" | "abort", value=owner)):
                if code.dotted(owner, {}) == name and _left_before(code, node) is None:
                    return True
            case ast.Call() if code.callee(node).rpartition(".")[2] not in ("append", "add", "print"):
                if any(code.dotted(argument, {}) == name for argument in node.args):
                    return True
            case ast.withitem(context_expr=entered) if code.dotted(entered, {}) == name:
                return True
            case ast.Return(value=ast.Name(id=returned)) if returned == name:
                return True
            case _:
                pass
    return False
