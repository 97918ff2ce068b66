"""Mistakes in what is held, closed and caught: `async with`, `try`, and what is shared."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from itertools import pairwise

from ..program import Change, Program
from .operator import Operator, change, is_asyncio, names

With = ast.With | ast.AsyncWith
Try = ast.Try | ast.TryStar

MADE = {
    "Lock": "asyncio.Lock()",
    "Semaphore": "asyncio.Semaphore(3)",
    "BoundedSemaphore": "asyncio.BoundedSemaphore(3)",
    "Barrier": "asyncio.Barrier(1)",
    "Event": "asyncio.Event()",
    "Condition": "asyncio.Condition()",
    "Queue": "asyncio.Queue()",
}
"""Class of asyncio's that is handed from one coroutine to others → how somebody makes one of their own."""


def drop_block(program: Program) -> Iterator[Change]:
    """Make `if True:` of `async with lock:`."""
    for node in program.each(ast.With, ast.AsyncWith):
        if len(node.items) == 1 and node.items[0].optional_vars is None:
            yield change(program.between(program.start(node), _header_end(program, node), "if True:"))


def never_leave(program: Program) -> Iterator[Change]:
    """Make `x = await f().__aenter__()` of `async with f() as x:`, so that nothing closes it."""
    for node in program.each(ast.With, ast.AsyncWith):
        item, indent = node.items[-1], program.indent(node.body[0])
        if indent is None:
            continue
        wait, method = ("await ", "__aenter__") if isinstance(node, ast.AsyncWith) else ("", "__enter__")
        name = f"{program.code(item.optional_vars)} = " if item.optional_vars is not None else ""
        entered = f"{name}{wait}{program.code(item.context_expr)}.{method}()\n{indent}"
        if len(node.items) == 1:
            header = program.between(program.start(node), _header_end(program, node), "if True:")
        else:
            header = program.between(_item_end(program, node.items[-2]), _item_end(program, item))
        yield change(header, program.before(node.body[0], entered))


def leave_unprotected(program: Program) -> Iterator[Change]:
    """Leave a block by a statement at its end, which is not reached where something goes wrong.

    Not a group of tasks: it is left early only where its body itself fails.
    """
    for node in program.each(ast.With, ast.AsyncWith):
        item, indent, inner = node.items[-1], program.indent(node), program.indent(node.body[0])
        if len(node.items) > 1 or indent is None or inner is None or is_asyncio(item.context_expr, "TaskGroup"):
            continue
        wait, a = ("await ", "a") if isinstance(node, ast.AsyncWith) else ("", "")
        name = f"{program.code(item.optional_vars)} = " if item.optional_vars is not None else ""
        lines = [f"manager = {program.code(item.context_expr)}", f"{name}{wait}manager.__{a}enter__()"]
        *rest, last = node.body
        if isinstance(last, ast.Return) and last.value is not None:
            done, after = f"outcome = {program.code(last.value)}", ["return outcome"]
        else:
            done, after = program.code(last), []
        if rest:
            lines.append(_moved(program.text[program.start(rest[0]) : program.end(rest[-1])], inner, indent))
        lines += [_moved(done, inner, indent), f"{wait}manager.__{a}exit__(None, None, None)", *after]
        yield change(program.instead(node, f"\n{indent}".join(lines)))


def narrow(program: Program) -> Iterator[Change]:
    """Do the first statement of a block before it, or the last one after it."""
    for node in program.each(ast.With, ast.AsyncWith):
        indent, inner = program.indent(node), program.indent(node.body[0])
        if indent is None or inner is None:
            continue
        *rest, last = node.body
        end = program.end(rest[-1]) if rest else _header_end(program, node)
        begun = program.text[program.start(node) : end] + ("" if rest else f"\n{inner}pass")
        yield change(program.instead(node, f"{begun}\n{indent}{_moved(program.code(last), inner, indent)}"))
        first = node.body[0]
        bound = {name for item in node.items if item.optional_vars for name in names(item.optional_vars, ast.Store)}
        if rest and not bound & names(first, ast.Load):
            block = program.text[program.start(node) : _header_end(program, node)]
            kept = program.text[program.start(node.body[1]) : program.end(node)]
            taken = _moved(program.code(first), inner, indent)
            yield change(program.instead(node, f"{taken}\n{indent}{block}\n{inner}{kept}"))


def widen(program: Program) -> Iterator[Change]:
    """Do inside of a block what stands before it, or after it."""
    for body in program.bodies():
        for first, second in pairwise(body):
            if isinstance(first, With):
                indent, inner = program.indent(first), program.indent(first.body[0])
                if indent is not None and inner is not None and program.indent(second) is not None:
                    after = program.text[program.end(first) : program.end(second)]
                    moved = after.replace(f"\n{indent}", f"\n{inner}")
                    whole = program.code(first) + moved
                    yield change(program.between(program.start(first), program.end(second), whole))
            if isinstance(second, With):
                indent, inner = program.indent(second), program.indent(second.body[0])
                needed = {name for item in second.items for name in names(item.context_expr, ast.Load)}
                if indent is None or inner is None or needed & names(first, ast.Store):
                    continue
                header = program.text[program.start(second) : _header_end(program, second)]
                taken = _moved(program.code(first), indent, inner)
                kept = program.text[program.start(second.body[0]) : program.end(second)]
                whole = f"{header}\n{inner}{taken}\n{inner}{kept}"
                yield change(program.between(program.start(first), program.end(second), whole))


def make_anew(program: Program) -> Iterator[Change]:
    """Make a lock, event, queue or limit where one is to be shared."""
    for function in program.each(ast.FunctionDef, ast.AsyncFunctionDef):
        first = next((part for body in program.bodies() for part in body[:1] if part in function.body), None)
        for argument in function.args.args:
            made = next((MADE[name] for name in MADE if argument.annotation and _names(argument, name)), None)
            if made and first is not None and (indent := program.indent(first)) is not None:
                yield change(program.before(first, f"{argument.arg} = {made}\n{indent}"))
        for name, made in _made_in(program, function):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                for part in call.args:
                    if isinstance(part, ast.Name) and part.id == name:
                        yield change(program.instead(part, made))


def _names(argument: ast.arg, name: str) -> bool:
    assert argument.annotation is not None
    return re.search(rf"\b{name}\b", ast.unparse(argument.annotation)) is not None


def _made_in(program: Program, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, str]]:
    """Yield each name that a function gives to what it makes, and how it is made."""
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(attr=kind)) as made)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=ast.Attribute(attr=kind)) as made)
            ) if kind in MADE:
                yield name, program.code(made)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                for target, value in zip(targets, values, strict=False):
                    match target, value:
                        case ast.Name(id=name), ast.Call(func=ast.Attribute(attr=kind)) if kind in MADE:
                            yield name, program.code(value)


def swallow(program: Program) -> Iterator[Change]:
    """Catch a cancellation, and do not raise it again."""
    for node in program.each(ast.Try):
        indent = program.indent(node)
        if node.finalbody and not node.handlers and indent is not None:
            caught = f"except asyncio.CancelledError:\n{indent}    pass\n{indent}"
            yield change(program.between(_finally(program, node), _finally(program, node), caught))
    for statement in program.each(ast.Expr):
        indent = program.indent(statement)
        if isinstance(statement.value, ast.Await) and _is_for_ever(program, statement) and indent is not None:
            tried = f"try:\n{indent}    {_moved(program.code(statement), indent, f'{indent}    ')}"
            caught = f"{indent}except asyncio.CancelledError:\n{indent}    pass"
            yield change(program.instead(statement, f"{tried}\n{caught}"))


def _is_for_ever(program: Program, statement: ast.stmt) -> bool:
    """Whether a statement stands in a loop that only a cancellation (or a sign) ends."""
    loops = (outer for outer in program.around(statement) if isinstance(outer, ast.While))
    return any(isinstance(loop.test, ast.Constant) for loop in loops)


def catch_other(program: Program) -> Iterator[Change]:
    """Catch something wider, or something that does not come; make `except E` of `except* E`."""
    for node in program.each(ast.Try, ast.TryStar):
        for handler in node.handlers:
            if isinstance(node, ast.TryStar):
                start = program.start(handler)
                yield change(program.between(start, program.text.index("*", start) + 1, "except"))
            if handler.type is not None:
                for other in ("Exception", "BaseException", "AssertionError"):
                    yield change(program.instead(handler.type, other))


def drop_finally(program: Program) -> Iterator[Change]:
    """Make `if True:` of `finally:`, which is done only where nothing goes wrong."""
    for node in program.each(ast.Try):
        if node.finalbody:
            start = _finally(program, node)
            edits = [program.between(start, start + len("finally"), "if True")]
            if not node.handlers:
                edits.append(program.between(program.start(node), program.start(node) + len("try"), "if True"))
            yield change(*edits)


def _finally(program: Program, node: ast.Try) -> int:
    """Return where `finally` stands: at the beginning of a line, so no comment is taken for it."""
    inner = (node.orelse or [part for handler in node.handlers for part in handler.body] or node.body)[-1]
    found = re.compile(r"^[ \t]*(finally)\b", re.MULTILINE).search(program.text, program.end(inner))
    assert found is not None
    return found.start(1)


def _header_end(program: Program, node: With) -> int:
    """Return where the colon of a block's first line has ended."""
    return program.text.index(":", _item_end(program, node.items[-1])) + 1


def _item_end(program: Program, item: ast.withitem) -> int:
    return program.end(item.optional_vars or item.context_expr)


def _moved(code: str, from_: str, to: str) -> str:
    """Return a statement's text at another indentation; its first line stands where it is put."""
    first, newline, rest = code.partition("\n")
    if not newline:
        return code
    return first + newline + textwrap.indent(re.sub(rf"^{from_}", "", rest, flags=re.MULTILINE), to)


BLOCKS = (
    Operator("drop-block", ("shared-state-race", "unbounded-concurrency", "parameter-ignored"), drop_block),
    Operator("never-leave", ("resource-not-closed", "asyncgen-not-closed", "lost-task"), never_leave),
    Operator("leave-unprotected", ("cleanup-missing", "resource-not-closed"), leave_unprotected),
    Operator("narrow", ("shared-state-race", "unbounded-concurrency"), narrow),
    Operator("widen", ("over-serialised",), widen),
    Operator("make-anew", ("parameter-ignored", "unbounded-concurrency", "never-signalled"), make_anew),
    Operator("swallow", ("cancel-swallowed",), swallow),
    Operator("catch-other", ("wrong-except", "cancel-swallowed", "unhandled-error"), catch_other),
    Operator("drop-finally", ("cleanup-missing", "resource-not-closed"), drop_finally),
)
