"""What was given to `gather`, `create_task`, `asyncio.run` or `async with`, and is not what these take.

Each function takes the failure and gives a diagnosis, or None where the program shows that the words mean something
else.
"""

from __future__ import annotations

import ast
import re

from grader.model import Blocked, Diagnostic

from .case import Case
from .contract import plain_entry
from .meanings import Failure, call_at, original, plain_function
from .source import Function
from .words import named, quoted

_FILES = ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "FileIO")
"""What `open` gives."""


def gathered(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what was given to `gather` and is no awaitable: a list of them, most often."""
    line = case.line(failure.place)
    here = case.code.on_line(line, "gather") if line is not None else call_at(case, failure, "gather")
    other = None
    if here is None and line is not None and "unhashable" not in failure.text:
        other = case.code.on_line(line, "run", "run_until_complete", "ensure_future", "shield", "wait_for")
    call = here or other
    blocked = {case.line(event.place) for run in case.runs for event in run.events(Blocked)}
    if call is None or line in blocked:
        return None  # what held up the event loop has a rule of its own
    for argument in call.args:
        plain = plain_function(case, argument)
        if plain in case.entry_names:
            return plain_entry(case, plain, original(failure)[0])
    only = call.args[0] if len(call.args) == 1 else None
    if other is not None or only is None or not isinstance(only, _HOLDERS):
        return _given_non_awaitable(case, failure, call)
    return case.diagnostic(
        "gather-misuse",
        f"`gather` was given one thing that holds coroutines: {quoted(case.code.code(only))}",
        only,
        label="one argument, not several",
        notes=original(failure),
        hint="How many arguments does `gather` get here, and how are the items of a list handed over one by one?",
    )


def waited_for(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what was given to `wait_for` and cannot be awaited: from Python 3.12 on, `wait_for` awaits it itself."""
    line = case.line(failure.place)
    call = case.code.on_line(line, "wait_for") if line is not None else None
    return _given_non_awaitable(case, failure, call) if call is not None else None


def waited(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what was given to `wait` or `as_completed` and is no collection of tasks."""
    call = call_at(case, failure, "wait", "as_completed")
    if call is None:
        return None
    api = "asyncio.wait" if case.code.callee(call).endswith("wait") else "as_completed"
    for pattern, told, label, hint in _COLLECTIONS:
        found = re.search(pattern, failure.text)
        if found is not None:
            message = f"`{api}` was given {told}".replace("KIND", named(found.group(1)))
            return case.diagnostic("wait-misuse", message, call, label=label, notes=original(failure), hint=hint)
    return None


_COLLECTIONS = (
    (
        r"(Passing coroutines)",
        "coroutines, but it waits for tasks only",
        "holds no tasks",
        "What turns a coroutine into a task that runs on its own?",
    ),
    (
        r"expects? an? .*, not (\w+)",
        "KIND, but it takes a list or a set of them",
        "one, not several",
        "How many things does this call wait for, and what holds them together?",
    ),
    (
        r"(is empty)",
        "nothing to wait for",
        "an empty list or set",
        "Can it be that there is no task at all, and what is to happen then?",
    ),
    (
        r"(takes 1 positional argument)",
        "several arguments, but it takes one list or set of tasks",
        "one argument, not several",
        "Which call takes its tasks one by one, and which one takes them in one piece?",
    ),
)
"""What Python says of it -> what was given, a label and a question."""


_HOLDERS = (ast.Name, ast.Attribute, ast.Call, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.GeneratorExp)
"""What an argument looks like that may hold coroutines."""


def _given_non_awaitable(case: Case, failure: Failure, call: ast.Call) -> Diagnostic:
    name = case.code.callee(call).rpartition(".")[2]
    uncalled = [argument for argument in call.args if case.code.dotted(argument) in case.code.functions]
    if uncalled:
        return _uncalled(case, failure, uncalled[0], name)
    awaited = next((argument for argument in call.args if isinstance(argument, ast.Await)), None)
    if awaited is not None:
        return _awaited_before(case, failure, awaited, name)
    culprit = next((argument for argument in call.args if plain_function(case, argument)), None)
    what = quoted(case.code.code(culprit)) if culprit is not None else "an argument"
    return case.diagnostic(
        "await-non-awaitable",
        f"{what} was given to `{name}`, but it is nothing that can be awaited",
        culprit or call,
        label="no coroutine",
        notes=original(failure),
        hint=f"What does {what} give: a coroutine, or a value?",
    )


def _awaited_before(case: Case, failure: Failure, argument: ast.Await, api: str) -> Diagnostic:
    """Say that an argument was awaited on its way: what it gave is no coroutine any more."""
    called = argument.value
    name = case.code.callee(called) if isinstance(called, ast.Call) else ""
    function = case.code.functions.get(name)
    what = "a result"
    if function is not None and not _returns_something(function):
        what = "None"
    return case.diagnostic(
        "await-non-awaitable",
        f"{quoted(case.code.code(argument))} gave {what}, and `{api}` was given that",
        argument,
        label="awaited already: no coroutine any more",
        notes=original(failure),
        hint=f"What does `{api}` take: coroutines that are still to run, or what they gave?",
    )


def _returns_something(function: Function) -> bool:
    return any(isinstance(node, ast.Return) and node.value is not None for node in ast.walk(function))


def expected_coroutine(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what was given to `create_task` or `asyncio.run` and is no coroutine."""
    call = call_at(case, failure, "create_task", "run", "Task", "run_coroutine_threadsafe")
    if call is None or not call.args:
        return None
    called = case.code.callee(call)
    api = called if called == "asyncio.run" else called.rpartition(".")[2]
    given = call.args[0]
    plain = plain_function(case, given)
    if plain in case.entry_names:
        return plain_entry(case, plain, original(failure)[0])
    if case.code.dotted(given) in case.code.functions:
        return _uncalled(case, failure, given, api)
    if isinstance(given, ast.Call) and case.code.callee(given).rpartition(".")[2] == "gather":
        return case.diagnostic(
            "gather-misuse",
            f"`{api}` was given {quoted(case.code.code(given))}: a future, not a coroutine",
            given,
            label="gives a future, and needs an event loop that runs",
            notes=original(failure),
            hint=f"Where could `gather` be awaited, so that `{api}` is given one coroutine?",
        )
    if isinstance(given, ast.Await):
        return _awaited_before(case, failure, given, api)
    argument = quoted(case.code.code(given))
    return case.diagnostic(
        "await-non-awaitable",
        f"{argument} was given to `{api}`, but is no coroutine",
        given,
        label="no coroutine",
        notes=original(failure),
        hint=f"What does {argument} give: a coroutine, or a value?",
    )


def _uncalled(case: Case, failure: Failure, argument: ast.expr, api: str) -> Diagnostic:
    shown = quoted(case.code.code(argument))
    return case.diagnostic(
        "await-non-awaitable",
        f"{shown} was given to `{api}` without being called",
        argument,
        label="a function, not a coroutine",
        notes=original(failure),
        hint=f"What is the difference between {shown} and what a call of it gives?",
    )


def entered(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what `async with` cannot enter: a `gather`, a class, what only `with` enters."""
    line = case.line(failure.place)
    told = re.search(r"'(?:[\w.]+\.)?(\w+)' object .*?(?:\(missed (__\w+__) method\))?$", failure.text)
    found = [node for node in case.code.nodes if isinstance(node, ast.AsyncWith) and node.lineno == line]
    if told is None or not found or told[1] in ("coroutine", "Task", "Future"):
        return None
    given = [item.context_expr for item in found[0].items]
    gathers = [one for one in given if isinstance(one, ast.Call) and case.code.callee(one).endswith("gather")]
    if gathers:
        return case.diagnostic(
            "gather-misuse",
            "`async with` was used on `gather`, which is nothing that can be entered",
            gathers[0],
            label="gives a future: it can be awaited, not entered",
            notes=original(failure),
            hint="What does `gather` give, and what waits for that?",
        )
    shown, method = quoted(case.code.code(given[0])), told[2] or "__aenter__"
    kind = "a class" if told[1] == "type" else named(told[1])
    # Of a file a plain `with` is no cure: it would hold up the event loop.
    asked = "on which thread does that wait for the disk" if told[1] in _FILES else "has anything here to be waited for"
    return case.diagnostic(
        "sync-context-manager",
        f"`async with` was used on {shown}, {kind} without `{method}`",
        given[0],
        label="a class: no object was made of it" if told[1] == "type" else "`async with` cannot enter this",
        notes=original(failure),
        hint=f"Which form of `with` does {kind} know, and {asked}?"
        if told[1] != "type"
        else f"What is the difference between {shown} and what a call of it gives?",
    )
