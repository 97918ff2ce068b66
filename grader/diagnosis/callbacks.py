"""Coroutine functions that were given to what makes plain calls: a thread, a callback, `map` and `sorted`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, NeverAwaited

from .awaiting import CONSUMERS, said
from .case import Case
from .meanings import Failure, call_at, original
from .words import quoted

THREAD_CALLS = ("to_thread", "run_in_executor", "submit", "map")
CALLBACK_CALLS = (
    "add_done_callback",
    "call_soon",
    "call_later",
    "call_at",
    "call_soon_threadsafe",
    "add_signal_handler",
)
BUILTINS = ("map", "filter", "sorted", "sort", "min", "max", "reduce")
"""Functions that call what they are given, and go on with what that returns; `map` of a pool of threads is none."""
_SECOND = ("run_in_executor", "call_later", "call_at", "add_signal_handler")
"""Those of them that take the function as their second argument."""


def handed_over(case: Case) -> Iterator[Diagnostic]:
    """Name a coroutine function given to an API that makes plain calls: a thread, or a callback."""
    events = [event for run in case.runs for event in run.events(NeverAwaited)]
    forgotten = {event.function.rpartition(".")[2] for event in events}
    for call in case.code.calls_of(*THREAD_CALLS, *CALLBACK_CALLS, *BUILTINS):
        for argument, name in _handed(case, call):
            if name in forgotten:
                yield _plain_call(case, _api(case, call), argument, name)
                return
    elsewhere = {event.function.rpartition(".")[2] for event in events if _made_by_others(case, event)}
    found = [
        (call, argument, name)
        for call in case.code.calls
        for argument, name in _handed(case, call)
        if name in elsewhere and _api(case, call) not in (*CONSUMERS, *_KEEPERS, *case.code.functions)
    ]
    if len(found) == 1:
        call, argument, name = found[0]
        yield _plain_call(case, _api(case, call), argument, name)


_KEEPERS = (
    "append",
    "add",
    "insert",
    "extend",
    "setdefault",
    "update",
    "put",
    "put_nowait",
    "print",
    "partial",
    "wraps",
)
"""What takes a function, and does not call it."""


def _api(case: Case, call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else case.code.callee(call)


def _handed(case: Case, call: ast.Call) -> Iterator[tuple[ast.expr, str]]:
    """Yield the arguments of a call, and which function is called where one is called."""
    for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
        if name := called_in_the_end(case, argument):
            yield argument, name


def _made_by_others(case: Case, event: NeverAwaited) -> bool:
    """Whether no line of the program made a coroutine: a library did, in a call of its own, or asyncio itself."""
    line = case.line(event.place)
    statement = case.code.statement(line) if line is not None else None
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)] if statement is not None else []
    return event.place is None or (
        bool(calls)
        and all(isinstance(call.func, ast.Attribute) and call.func.attr not in case.code.functions for call in calls)
    )


def called_in_the_end(case: Case, argument: ast.expr) -> str:
    """Return the name of the function that is called where something is called: through a lambda or `partial`, too."""
    match argument:
        case ast.Lambda(body=ast.Call() as call):
            return case.code.callee(call).rpartition(".")[2]
        case ast.Call(args=[first, *_]) if case.code.callee(argument).rpartition(".")[2] == "partial":
            return case.code.dotted(first).rpartition(".")[2]
        case _:
            return case.code.dotted(argument).rpartition(".")[2]


def handed_on(case: Case) -> Iterator[Diagnostic]:
    """Name the same where what is called later is kept under another name: asyncio made the coroutine, no own line."""
    made_outside = [event for run in case.runs for event in run.events(NeverAwaited) if event.place is None]
    names = {event.function.rpartition(".")[2] for event in made_outside} & set(case.code.functions)
    found = [
        (call, argument)
        for call in case.code.calls_of(*THREAD_CALLS, *CALLBACK_CALLS)
        for argument in call.args[_SECOND.count(case.code.callee(call).rpartition(".")[2]) :][:1]
        if isinstance(call.func, ast.Attribute) and _is_unknown(case, argument)
    ]
    if len(names) == len(found) == 1:
        (name,), ((call, argument),) = names, found
        yield _plain_call(case, case.code.callee(call).rpartition(".")[2], argument, name)


def _is_unknown(case: Case, argument: ast.expr) -> bool:
    """Whether an argument may be a function, and the text alone does not say which."""
    name = case.code.dotted(argument)
    return isinstance(argument, ast.Name | ast.Attribute) and name.rpartition(".")[2] not in case.code.functions


def refused_callback(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a coroutine function that an API would not take, since it makes plain calls."""
    call = call_at(case, failure, *CALLBACK_CALLS)
    found = [one for one in (call.args if call is not None else ()) if case.code.dotted(one) in case.code.functions]
    if call is None or not found:
        return None
    api, name = case.code.callee(call).rpartition(".")[2], quoted(case.code.code(found[0]))
    return case.diagnostic(
        "coroutine-as-callback",
        f"`{api}` was given {name}, and calls plain functions only",
        found[0],
        label=_CALLBACK,
        notes=original(failure),
        hint="Which plain function could start this coroutine at that moment?",
    )


_CALLBACK = "a coroutine function; a callback is a plain one"


def _plain_call(case: Case, api: str, argument: ast.expr, name: str) -> Diagnostic:
    pool = isinstance(outer := case.code.parent(argument), ast.Call) and isinstance(outer.func, ast.Attribute)
    if api in BUILTINS and not (api == "map" and pool):
        return case.diagnostic(
            "coroutine-as-callback",
            f"`{api}` called `{name}` as a plain function, and went on with its coroutine",
            argument,
            label=_CALLBACK,
            notes=[
                *said(case),
                f"`{api}` takes what a call gives as it is; a call of `{name}` only makes a coroutine",
            ],
            hint="Which loop could await this coroutine for one item after another?",
        )
    if api in THREAD_CALLS:
        return case.diagnostic(
            "executor-misuse",
            f"a thread called `{name}`, which gave a coroutine that never ran",
            argument,
            label="a coroutine function; a thread runs plain functions",
            notes=[
                *said(case),
                f"`{api}` makes a plain call in another thread; calling `{name}` only makes a coroutine",
            ],
            hint=f"Does `{name}` need a thread at all, or does it wait by itself?",
        )
    return case.diagnostic(
        "coroutine-as-callback",
        f"`{api}` called `{name}` as a plain function, so its coroutine never ran",
        argument,
        label=_CALLBACK,
        notes=[f"`{api}` takes a plain function, calls it, and throws away what it returns"],
        hint="Which code could await this coroutine at the moment when the callback would be called?",
    )
