"""Parameters that a function was given, and never uses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    CallStarted,
    Deadlocked,
    Diagnostic,
    LimitExceeded,
    TimedOut,
)

from .case import Case
from .source import Function
from .things import arguments


def ignored(case: Case) -> Iterator[Diagnostic]:
    """Name a parameter of an entry point that its function never uses."""
    for function, name in unused(case) if case.failed_runs else ():
        yield _never_used(case, function, name)
        return


def waited_elsewhere(case: Case) -> Iterator[Diagnostic]:
    """Name a thing to wait for that was given and never used, where the program waits for ever, or works for ever."""
    for run in case.failed_runs:
        outcome = run.trace.outcome
        kinds: set[str] = set()
        if isinstance(outcome, Deadlocked):
            kinds = {waiter.awaiting.partition(".")[0] for waiter in outcome.waiters}
        elif isinstance(outcome, TimedOut | LimitExceeded):
            kinds = {"Event"}
        for function, name in unused(case) if kinds else ():
            position = [argument.arg for argument in arguments(function)].index(name)
            calls = (call for call in run.events(CallStarted) if call.function == function.name)
            given = {part for call in calls for part in call.arguments.split(", ")[position : position + 1]}
            if any(f"<{kind}>" in given for kind in kinds):
                yield _never_used(case, function, name)
                return


def unused(case: Case) -> Iterator[tuple[Function, str]]:
    """Yield the functions that never read a parameter, each with its name."""
    for function, names in (*_functions(case), *_constructors(case)):
        used = {name for statement in function.body for name in case.code.names_in(statement)}
        yield from ((function, name) for name in names if name not in used and "locals" not in used)


def _never_used(case: Case, function: Function, name: str) -> Diagnostic:
    instead = _made_instead(case, function, name)
    if instead is not None:
        return case.diagnostic(
            "parameter-ignored",
            f"`{function.name}` made a new `{case.code.callee(instead)}`, and never used `{name}`, which it was given",
            instead,
            label="made here, in place of the one given"
            if any(isinstance(outer, ast.If) for outer in case.code.around(instead))
            else "a new one for each call",
            hint=f"Who else has the `{name}` that is given, and what do they do with it?",
        )
    outer = case.code.parent(function)
    who = outer.name if isinstance(outer, ast.ClassDef) else function.name
    return case.diagnostic(
        "parameter-ignored",
        f"`{who}` never used `{name}`, which it was given",
        next(argument for argument in arguments(function) if argument.arg == name),
        label="never used",
        hint=f"What is `{name}` for, and which line of `{who}` should use it?",
    )


def _made_instead(case: Case, function: Function, name: str) -> ast.Call | None:
    """Return the call by which a function makes for itself what it was given: one of the same class."""
    position = [argument.arg for argument in arguments(function)].index(name)
    given = {
        case.code.dotted(value, {})
        for call in case.code.calls_of(function.name)
        for value in (*call.args[position : position + 1], *(key.value for key in call.keywords if key.arg == name))
    }
    kinds = {
        case.code.callee(node.value)
        for node in case.code.nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if (given - {""}) & {case.code.dotted(target, {}) for target in node.targets}
    }
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return next((call for call in calls if case.code.callee(call) in kinds), None)


def replaced(case: Case) -> Iterator[Diagnostic]:
    """Name a parameter of an entry point that its function binds anew before it has read it."""
    for function, names in _functions(case) if case.failed_runs else ():
        for name, statement in _replaced(case, function).items():
            if name in names:
                yield case.diagnostic(
                    "parameter-ignored",
                    f"`{function.name}` was given `{name}`, and made another one before using it",
                    statement,
                    label="what was given is lost here",
                    hint=f"Who else has the `{name}` that is given, and what do they do with it?",
                )
                return


def _functions(case: Case) -> Iterator[tuple[Function, list[str]]]:
    """Yield each entry point's function, and the names of the parameters that the exercise gives it."""
    for entry in case.evidence.exercise.entry_points:
        function = case.code.functions.get(entry.name)
        if function is not None and function.args.vararg is None:
            names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
            yield function, names[: len(entry.parameters)]


def _constructors(case: Case) -> Iterator[tuple[Function, list[str]]]:
    """Yield the `__init__` of each class that the program calls itself, and the names of what that has to be given."""
    for kind in case.code.nodes:
        if not isinstance(kind, ast.ClassDef) or not case.code.calls_of(kind.name):
            continue
        for function in kind.body:
            if isinstance(function, ast.FunctionDef) and function.name == "__init__":
                given = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
                yield function, given[1 : len(given) - len(function.args.defaults)]


def _replaced(case: Case, function: Function) -> dict[str, ast.stmt]:
    """Return the statements, by name, that bind a name anew before the function has read it.

    A limit that each call makes anew is a limit for nobody, and told as that.
    """
    found: dict[str, ast.stmt] = {}
    read: set[str] = set()
    for statement in function.body:
        entered = statement.items[0].context_expr if isinstance(statement, ast.AsyncWith) else statement
        read |= case.code.names_in(entered)
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=value)
                | ast.AsyncWith(items=[ast.withitem(context_expr=value, optional_vars=ast.Name(id=name))])
            ):
                limit = isinstance(value, ast.Call) and case.code.callee(value).endswith("Semaphore")
                if name not in read and not limit:
                    found.setdefault(name, statement)
            case _:
                pass
        read |= case.code.names_in(statement)
    return found
