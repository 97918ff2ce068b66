"""Mistakes in what is awaited, started and waited for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..program import Change, Program
from .operator import Operator, called, change, is_asyncio

STARTERS = ("create_task", "ensure_future")


def drop_await(program: Program) -> Iterator[Change]:
    """Make `f()` of `await f()`."""
    for node in program.each(ast.Await):
        yield change(program.between(program.start(node), program.start(node.value)))


def await_in_turn(program: Program) -> Iterator[Change]:
    """Make `[await a(), await b()]` of `await gather(a(), b())`, and `l` of `as_completed(l)`."""
    for node in program.each(ast.Await):
        if isinstance(node.value, ast.Call) and is_asyncio(node.value, "gather") and node.value.args:
            yield change(program.instead(node, _in_turn(program, node.value.args)))
    for call in program.each(ast.Call):
        if is_asyncio(call, "as_completed") and call.args:
            yield change(program.instead(call, program.code(call.args[0])))


def _in_turn(program: Program, awaitables: list[ast.expr]) -> str:
    parts = []
    for part in awaitables:
        match part:
            case ast.Starred(value=ast.GeneratorExp(elt=element) | ast.ListComp(elt=element) as comprehension):
                loop = program.text[program.end(element) : program.end(comprehension) - 1]
                parts.append(f"*[await {program.code(element)}{loop}]")
            case ast.Starred(value=several):
                parts.append(f"*[await each for each in {program.code(several)}]")
            case _:
                parts.append(f"await {program.code(part)}")
    return parts[0].removeprefix("*") if len(parts) == 1 and parts[0][0] == "*" else f"[{', '.join(parts)}]"


def await_at_once(program: Program) -> Iterator[Change]:
    """Make `await f()` of `create_task(f())`."""
    for call in program.each(ast.Call):
        if called(call) in STARTERS and call.args:
            yield change(program.instead(call, f"await {program.code(call.args[0])}"))


def start_late(program: Program) -> Iterator[Change]:
    """Make `f()` of `create_task(f())`: a coroutine, which begins only where it is awaited."""
    for call in program.each(ast.Call):
        if called(call) in STARTERS and call.args:
            yield change(program.instead(call, program.code(call.args[0])))


def start_outside(program: Program) -> Iterator[Change]:
    """Make `asyncio.create_task(f())` of `group.create_task(f())`: the group does not wait for it."""
    for call in program.each(ast.Call):
        match call.func:
            case ast.Attribute(value=ast.expr() as owner, attr="create_task") if not _is_the_module(owner):
                yield change(program.instead(call.func, "asyncio.create_task"))


def _is_the_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "asyncio"


def ask_early(program: Program) -> Iterator[Change]:
    """Make `task.result()` of `await task`."""
    for node in program.each(ast.Await):
        if isinstance(node.value, ast.Name):
            yield change(program.instead(node, f"{node.value.id}.result()"))


def sleep_instead(program: Program) -> Iterator[Change]:
    """Make `await asyncio.sleep(3)` of `await queue.join()`: right by luck, or not even that."""
    for node in program.each(ast.Await):
        if isinstance(program.parent(node), ast.Expr) and _awaits_what_is_under_way(node.value):
            for seconds in range(4):
                yield change(program.instead(node, f"await asyncio.sleep({seconds})"))


def _awaits_what_is_under_way(node: ast.expr) -> bool:
    """Whether nothing begins here: a task, a queue's `join`, `gather(*tasks)`."""
    match node:
        case ast.Name() | ast.Call(func=ast.Attribute(attr="join" | "wait"), args=[]):
            return True
        case ast.Call(args=[ast.Starred(value=ast.Name())] | [ast.Name()] | [ast.List(elts=[ast.Name()])]):
            return is_asyncio(node, "gather", "wait")
    return False


def handle_late(program: Program) -> Iterator[Change]:
    """Make a loop over what `gather` gave of one over `as_completed`: each result is handled when all have come."""
    for loop in program.each(ast.For):
        if isinstance(loop.iter, ast.Call) and is_asyncio(loop.iter, "as_completed") and loop.iter.args:
            gathered = f"await asyncio.gather(*{program.code(loop.iter.args[0])})"
            yield change(program.instead(loop.iter, f"[asyncio.sleep(0, each) for each in {gathered}]"))


def block(program: Program) -> Iterator[Change]:
    """Make `time.sleep(d)` of `await asyncio.sleep(d)`."""
    for node in program.each(ast.Await):
        match node.value:
            case ast.Call(args=[seconds, *_]) if is_asyncio(node.value, "sleep"):
                yield change(program.instead(node, f"time.sleep({program.code(seconds)})"), imports="time")


def stay_on_the_loop(program: Program) -> Iterator[Change]:
    """Make `f(x)` of `await asyncio.to_thread(f, x)`."""
    for node in program.each(ast.Await):
        match node.value:
            case ast.Call(args=[function, *arguments]) if is_asyncio(node.value, "to_thread"):
                given = ", ".join(map(program.code, arguments))
                yield change(program.instead(node, f"{program.code(function)}({given})"))


def read_on(program: Program) -> Iterator[Change]:
    """Make `reader.read()` of `reader.readline()`: it waits for the end of the stream."""
    for call in program.each(ast.Call):
        match call.func:
            case ast.Attribute(value=ast.expr() as owner, attr="readline" | "readuntil" | "readexactly"):
                yield change(program.instead(call, f"{program.code(owner)}.read()"))


def poll(program: Program) -> Iterator[Change]:
    """Make `while not event.is_set(): …` of `await event.wait()`, and the like of a queue's `get`."""
    for node in program.each(ast.Await):
        statement = next(outer for outer in program.around(node) if isinstance(outer, ast.stmt))
        indent = program.indent(statement)
        match node.value:
            case ast.Call(func=ast.Attribute(value=owner, attr="wait"), args=[]) if isinstance(statement, ast.Expr):
                asked, instead = f"not {program.code(owner)}.is_set()", "pass"
            case ast.Call(func=ast.Attribute(value=owner, attr="get"), args=[]) if isinstance(statement, ast.Assign):
                asked, instead = f"{program.code(owner)}.empty()", f"{program.code(owner)}.get_nowait()"
            case _:
                continue
        if indent is not None:
            asking = f"while {asked}:\n{indent}    await asyncio.sleep(0.01)\n{indent}"
            yield change(program.before(statement, asking), program.instead(node, instead))


WAITING = (
    Operator("drop-await", ("never-awaited", "gather-misuse"), drop_await),
    Operator("await-in-turn", ("sequential-awaits",), await_in_turn),
    Operator("await-at-once", ("sequential-awaits",), await_at_once),
    Operator("start-late", ("coroutine-not-started", "never-awaited"), start_late),
    Operator("start-outside", ("lost-task", "required-construct"), start_outside),
    Operator("ask-early", ("result-not-ready",), ask_early),
    Operator("sleep-instead", ("sleep-instead-of-await", "cancelled-not-awaited", "lost-task"), sleep_instead),
    Operator("handle-late", ("handled-late",), handle_late),
    Operator("block", ("blocking-call",), block),
    Operator("stay-on-the-loop", ("blocking-call", "cpu-bound"), stay_on_the_loop),
    Operator("read-on", ("stream-hang",), read_on),
    Operator("poll", ("busy-polling",), poll),
)
