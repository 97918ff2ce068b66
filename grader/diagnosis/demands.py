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
    return case.diagnostic(
        "required-construct", message, node, label=label, notes=[f"asked for: {demand.title}"], hint=_WHO_STARTS
    )


def _entered_as(case: Case, groups: list[ast.Call]) -> set[str]:
    """Return the names that objects made by these calls are given."""
    found = {name for call in groups for name in case.code.kept_under(call)}
    for node in case.code.nodes:
        if isinstance(node, ast.withitem) and node.context_expr in groups and isinstance(node.optional_vars, ast.Name):
            found.add(node.optional_vars.id)
    return found


def _of_the_program(case: Case, demand: Demand, owner: str, method: str) -> Diagnostic:
    """Say what the program has in place of a method of its own."""
    kind = next((node for node in case.code.nodes if isinstance(node, ast.ClassDef) and node.name == owner), None)
    written = [part for part in kind.body if getattr(part, "name", "") == method] if kind is not None else []
    node: ast.AST | None = written[0] if written else kind or case.code.functions.get(owner)
    if written:
        message, label = f"`{owner}.{method}` was written, and the work was done without it", "nothing depends on it"
    elif kind is not None:
        message, label = f"`{owner}` had no `{method}`", "a class without this method"
    elif node is not None:
        message, label = f"`{owner}` was a function, not a class with `{method}`", "no class"
    else:
        message, label = f"there was no class `{owner}`", ""
    return case.diagnostic(
        "required-construct",
        message,
        node,
        label=label,
        notes=[f"asked for: {demand.title}"],
        hint=f"Which statement of Python calls `{method}`, and on which line of the program does it stand?",
    )


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
