"""A construct that the exercise demands is not there, or is there and the work is done without it.

The judge took the construct away and ran the program again: what was to hang on it was done all the same. That is
the evidence; the source says what does the work in its place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic

from .case import Case
from .evidence import Demand
from .meanings import Failure, call_at, original
from .source import Function
from .words import quoted

_STARTERS = ("gather", "create_task", "ensure_future", "wait", "as_completed", "run_coroutine_threadsafe")
"""Functions of asyncio that start coroutines, or wait for what they start."""

_WHO_STARTS = "Which line starts this work, and with what does the exercise ask to start it?"


def required(case: Case) -> Iterator[Diagnostic]:
    """Name a construct without which a program did the same."""
    for demand in case.evidence.demands[:1]:
        owner, _, method = demand.construct.rpartition(".")
        found = _of_library if "." in owner else _of_the_program
        yield found(case, demand, owner, method)


def _notes(demand: Demand) -> list[str]:
    return [
        f"asked for: {demand.title}",
        f"the grader took `{demand.construct}` away, and the work was done all the same",
    ]


def _of_library(case: Case, demand: Demand, owner: str, method: str) -> Diagnostic:
    """Say what is used in place of a class that a library has."""
    name = owner.rpartition(".")[2]
    own = next((node for node in case.code.nodes if isinstance(node, ast.ClassDef) and node.name == name), None)
    groups = [call for call in case.code.calls if case.code.callee(call) in (owner, name)]
    variables = _entered_as(case, groups)
    others = [
        call
        for call in case.code.calls_of(*_STARTERS)
        if isinstance(call.func, ast.Name) or case.code.callee(call).startswith("asyncio.")
    ]
    started = [call for call in case.code.calls_of(method) if case.code.callee(call).rpartition(".")[0] in variables]
    instead = quoted(case.code.callee(others[0])) if others else ""
    node: ast.AST | None = others[0] if others else groups[0] if groups else None
    label = "starts the work" if others else ""
    if own is not None:
        message, node, label = f"`{name}` was a class of the program's own, not `{owner}`", own, "another class"
    elif not groups:
        message = f"`{owner}` was not used" + (f": {instead} did its work" if others else "")
    elif not started:
        message = f"a `{name}` was made, and nothing was started with it" + (
            f": {instead} did the work" if others else ""
        )
    else:
        message = f"a `{name}` was made, and the work did not depend on it" + (f": {instead} did it" if others else "")
    return case.diagnostic("required-construct", message, node, label=label, notes=_notes(demand), hint=_WHO_STARTS)


def _entered_as(case: Case, groups: list[ast.Call]) -> set[str]:
    """Return the names that objects made by these calls are given."""
    found = {name for call in groups for name in case.code.kept_under(call)}
    for node in case.code.nodes:
        if isinstance(node, ast.withitem) and node.context_expr in groups and isinstance(node.optional_vars, ast.Name):
            found.add(node.optional_vars.id)
    return found


def _of_the_program(case: Case, demand: Demand, owner: str, method: str) -> Diagnostic:
    """Say what the program has in place of a method of its own: of the class that is named, or of whichever one."""
    classes = [node for node in case.code.nodes if isinstance(node, ast.ClassDef) and owner in ("", node.name)]
    written = [part for kind in classes for part in kind.body if getattr(part, "name", "") == method]
    node = written[0] if written else _in_its_place(case, classes, owner)
    of = f" with `{method}`"
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() if written:
            kind = case.code.parent(node)
            name = f"{kind.name}.{method}" if isinstance(kind, ast.ClassDef) else method
            message, label = f"`{name}` was written, and the work was done without it", "nothing depends on it"
        case ast.ClassDef(name=name):
            message, label = f"`{name}` had no `{method}`", "a class without this method"
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            message, label = f"`{name}` was a function, not a class{of}", "no class"
        case _:
            message, label = f"there was no class{f' `{owner}`' if owner else of}", ""
    return case.diagnostic(
        "required-construct",
        message,
        node,
        label=label,
        notes=_notes(demand),
        hint=f"Which statement of Python calls `{method}`, and on which line of the program does it stand?",
    )


def _in_its_place(case: Case, classes: list[ast.ClassDef], owner: str) -> ast.ClassDef | Function | None:
    """Return the class that lacks a method, one that `async` statements use before others; or a generator function."""
    if owner:
        return classes[0] if classes else case.code.functions.get(owner)
    half = (kind for kind in classes if any(getattr(part, "name", "").startswith("__a") for part in kind.body))
    generators = (
        function
        for function in case.code.functions.values()
        if isinstance(function, ast.AsyncFunctionDef)
        and isinstance(case.code.parent(function), ast.Module)
        and any(isinstance(node, ast.Yield) for node in ast.walk(function))
    )
    return next(half, None) or next(generators, None) or (classes[0] if len(classes) == 1 else None)


def by_hand(case: Case) -> Iterator[Diagnostic]:
    """Name a method that a statement of Python is to call, and that the program called itself."""
    found: list[tuple[bool, int, str, str, ast.Call]] = []
    for call in case.code.calls if case.failed_runs else ():
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        function = case.code.function_of(call)
        if method not in _CALLED_BY or function is None or function.name in _CALLED_BY:
            continue
        blind = method == "__aexit__" and all(isinstance(given, ast.Constant) for given in call.args)
        found.append((not blind, call.lineno, method, function.name, call))
    if not found:
        return
    clear, _, method, name, call = min(found, key=lambda one: one[:2])
    yield case.diagnostic(
        "required-construct",
        f"`{name}` called `{method}` itself" + ("" if clear else ", and told it of no error"),
        call,
        label="called by hand" if clear else "the same whether an error came or not",
        hint=f"Which statement of Python calls `{method}` by itself, whatever happens in its block?",
    )


_CALLED_BY = ("__aenter__", "__aexit__", "__aiter__", "__anext__")
"""Methods that `async with` and `async for` call."""


def group_outside(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a group that was used before its block began, or after it had ended."""
    call = call_at(case, failure, "create_task")
    if call is None:
        return None
    group = quoted(case.code.callee(call).rpartition(".")[0] or "the group")
    ended = "finished" in failure.text
    return case.diagnostic(
        "required-construct",
        f"{group} was asked for a task {'after its block had ended' if ended else 'and had not been entered'}",
        call,
        label="the group takes no tasks any more" if ended else "the group takes no tasks yet",
        notes=original(failure),
        hint="Between which two lines does a group take tasks, and which statement makes that block?",
    )
