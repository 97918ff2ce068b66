"""What belongs to the event loop and was touched in another thread: the loop is not told of it, and sleeps on.

The run shows that a thread was started and who waited in vain; which lines a thread runs, and which of them touch a
thing of asyncio's, only the text says: from the function that a thread is given through the plain calls that it makes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from grader.model import Deadlocked, Diagnostic, SecondLoop, ThreadStarted

from .case import Case
from .source import Function, Source
from .things import arguments
from .words import quoted

METHODS: dict[str, frozenset[str]] = {
    "queue": frozenset({"put_nowait", "get_nowait", "task_done"}),
    "event": frozenset({"set", "clear"}),
    "condition": frozenset({"notify", "notify_all"}),
    "lock": frozenset({"release"}),
    "future": frozenset({"set_result", "set_exception", "cancel"}),
    "loop": frozenset({"call_soon", "call_later", "call_at", "create_task", "stop"}),
}
"""What only the loop's own thread may call, by the kind of thing."""

_MAKERS = {
    "asyncio.Queue": "queue",
    "asyncio.PriorityQueue": "queue",
    "asyncio.LifoQueue": "queue",
    "asyncio.Event": "event",
    "asyncio.Condition": "condition",
    "asyncio.Lock": "lock",
    "asyncio.Semaphore": "lock",
    "asyncio.BoundedSemaphore": "lock",
    "asyncio.Future": "future",
    "asyncio.create_task": "future",
    "asyncio.ensure_future": "future",
    "asyncio.get_running_loop": "loop",
    "asyncio.get_event_loop": "loop",
    "asyncio.new_event_loop": "loop",
}
_WAITS = {"queue": ".get()", "event": "Event.wait()", "condition": "Condition.wait()", "future": "a future"}
"""How the waits end that such a call is to end."""

_RUNS_A_LOOP = ("run", "run_until_complete", "run_forever")


class _Entry(NamedTuple):
    """A function that a thread is given."""

    start: ast.AST
    function: ast.expr
    given: tuple[ast.expr, ...]


class _Touch(NamedTuple):
    """A call of the loop's own in another thread."""

    node: ast.AST
    kind: str
    start: ast.AST


def crossed(case: Case) -> Iterator[Diagnostic]:
    """Name a call that woke nobody, as it was made in another thread."""
    if not any(run.events(ThreadStarted) for run in case.runs):
        return
    for touch in _touches(case.code):
        yield _crossed(case, touch, _in_vain(case, touch.kind))
        return
    for touch in _through_callbacks(case.code):
        if waits := _in_vain(case, touch.kind):
            yield _crossed(case, touch, waits)
            return


def _crossed(case: Case, touch: _Touch, waits: list[str]) -> Diagnostic:
    return case.diagnostic(
        "cross-thread",
        f"{quoted(_shown(case.code, touch.node))} was called in another thread, which does not wake the event loop",
        touch.node,
        label="belongs to the event loop, and runs in a thread",
        notes=[*waits, *_started(case, touch)],
        hint="Which method of the loop may be called from any thread, and has the loop itself make the call?",
        certain=bool(waits or case.failed_runs),
    )


def other_loop(case: Case) -> Iterator[Diagnostic]:
    """Name the line that put an item into a queue of which a task of another loop, in another thread, never heard."""
    for run in case.runs:
        outcome = run.trace.outcome
        for waiter in outcome.waiters if isinstance(outcome, Deadlocked) and run.events(SecondLoop) else ():
            put = next((helper for helper in waiter.on if helper.how == "put"), None)
            if put is None or not waiter.awaiting.endswith("Queue.get()") or not waiter.length:
                continue
            line = case.line(put.place)
            call = case.code.on_line(line, "put", "put_nowait") if line is not None else None
            shown = quoted(_shown(case.code, call)) if call is not None else "an item"
            yield case.diagnostic(
                "cross-thread",
                f"{shown} did not wake {quoted(waiter.task, 30)}, which waited in an event loop of another thread",
                call or put.place,
                label="in one event loop, for a queue that another one waits for",
                notes=[
                    f"line {case.line(waiter.place)}: {quoted(waiter.task)} waited, and {waiter.length} items lay there"
                ],
                hint="Which method of the other loop may be called from this thread, and has that loop make the call?",
            )
            return


def _shown(code: Source, node: ast.AST) -> str:
    """Write a call without what it is given, or the method that a thread is to call."""
    return f"{code.code(node.func)}({'…' if node.args else ''})" if isinstance(node, ast.Call) else code.code(node)


def _in_vain(case: Case, kind: str) -> list[str]:
    """Say who waited for ever for such a call."""
    for run in case.runs:
        outcome = run.trace.outcome
        for waiter in outcome.waiters if isinstance(outcome, Deadlocked) else ():
            line = case.line(waiter.place)
            if line is not None and kind in _WAITS and waiter.awaiting.endswith(_WAITS[kind]):
                return [f"line {line}: {quoted(waiter.task)} waited for {quoted(waiter.awaiting)}, and was not woken"]
    return []


def _started(case: Case, touch: _Touch) -> list[str]:
    line, own = (getattr(node, "lineno", 0) for node in (touch.start, touch.node))
    shown = case.code.lines[line - 1].strip() if isinstance(touch.start, ast.ClassDef) else case.code.code(touch.start)
    return [f"line {line}: {quoted(shown.rstrip(':'), 60)}"] if line != own else []


def _touches(code: Source) -> Iterator[_Touch]:
    for entry in _entries(code):
        function = _function(code, entry.function)
        if function is not None:
            yield from _in_function(code, function, entry)
        elif isinstance(entry.function, ast.Lambda):
            for call in _calls_in(entry.function.body):
                yield from _of_call(code, call, {}, entry)
        elif isinstance(entry.function, ast.Attribute):
            kind = _kind(code, entry.function.value, {}, None)
            if entry.function.attr in METHODS.get(kind, ()):
                yield _Touch(entry.function, kind, entry.start)


def _through_callbacks(code: Source) -> Iterator[_Touch]:
    """Yield what is touched by a callback that is given to a plain function of the program which starts a thread."""
    for call in code.calls:
        own = code.functions.get(code.callee(call).rpartition(".")[2])
        starts = isinstance(own, ast.FunctionDef) and any(entry.start in ast.walk(own) for entry in _entries(code))
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)) if starts else ():
            inner = code.functions.get(argument.id) if isinstance(argument, ast.Name) else None
            body = argument.body if isinstance(argument, ast.Lambda) else inner
            for touch in _calls_in(body) if isinstance(body, ast.expr | ast.FunctionDef) else ():
                yield from _of_call(code, touch, {}, _Entry(call, argument, ()))
            kind = _kind(code, argument.value, {}, None) if isinstance(argument, ast.Attribute) else ""
            if isinstance(argument, ast.Attribute) and argument.attr in METHODS.get(kind, ()):
                yield _Touch(argument, kind, call)


def _entries(code: Source) -> Iterator[_Entry]:
    for call in code.calls_of("Thread", "Timer", "to_thread", "run_in_executor", "submit"):
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        skipped = {"Timer": 1, "run_in_executor": 1}.get(code.callee(call).rpartition(".")[2], 0)
        function = named.get("target", named.get("function")) or next(iter(call.args[skipped:]), None)
        function = _handed_in(code, function) if isinstance(function, ast.Name) else function
        rest = named.get("args")
        given = tuple(rest.elts) if isinstance(rest, ast.Tuple | ast.List) else tuple(call.args[skipped + 1 :])
        if function is not None:
            yield _Entry(call, function, given)
    for node in code.nodes:
        if isinstance(node, ast.ClassDef) and any(code.dotted(base).endswith("Thread") for base in node.bases):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and method.name == "run":
                    yield _Entry(node, ast.Attribute(ast.Name("self", ast.Load()), "run", ast.Load()), ())


def _handed_in(code: Source, name: ast.Name) -> ast.expr:
    """Return what a parameter is in the only call of its function; any other name as it stands."""
    function = code.function_of(name)
    calls = code.calls_of(function.name) if function is not None else ()
    if function is None or len(calls) != 1:
        return name
    named = {keyword.arg: keyword.value for keyword in calls[0].keywords}
    return (dict(_bind(function, calls[0].args)) | named).get(name.id, name)


def _function(code: Source, node: ast.expr) -> ast.FunctionDef | None:
    """Return the program's own plain function that an expression names."""
    found = code.functions.get(code.dotted(node).rpartition(".")[2])
    return found if isinstance(found, ast.FunctionDef) else None


def _in_function(code: Source, first: ast.FunctionDef, entry: _Entry) -> Iterator[_Touch]:
    """Yield what a function and those that it calls touch; nothing, where one of them runs a loop of its own."""
    bound = {name: _kind(code, value, {}, None) for name, value in _bind(first, entry.given)}
    reached: dict[ast.FunctionDef, Mapping[str, str]] = {first: bound}
    queue = [first]
    for function in queue:
        for call in _calls_in(function):
            inner = _function(code, call.func)
            if code.callee(call).rpartition(".")[2] in _RUNS_A_LOOP and inner is None:
                return
            if inner is not None and inner not in reached:
                known = reached[function]
                reached[inner] = {name: _kind(code, value, known, function) for name, value in _bind(inner, call.args)}
                queue.append(inner)
    for function, known in reached.items():
        for call in _calls_in(function):
            yield from _of_call(code, call, known, entry, function)


def _bind(function: Function, given: tuple[ast.expr, ...] | list[ast.expr]) -> Iterator[tuple[str, ast.expr]]:
    names = [argument.arg for argument in arguments(function)]
    return zip(names[1:] if names[:1] == ["self"] else names, given, strict=False)


def _calls_in(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that a function makes itself, not those of functions in it."""
    waiting = [node]
    for inner in waiting:
        if isinstance(inner, ast.Call):
            yield inner
        waiting += [
            child
            for child in ast.iter_child_nodes(inner)
            if not isinstance(child, Function | ast.Lambda | ast.ClassDef)
        ]


def _of_call(
    code: Source, call: ast.Call, bound: Mapping[str, str], entry: _Entry, function: Function | None = None
) -> Iterator[_Touch]:
    if isinstance(call.func, ast.Attribute):
        kind = _kind(code, call.func.value, bound, function)
        if call.func.attr in METHODS.get(kind, ()):
            yield _Touch(call, kind, entry.start)


def _kind(code: Source, node: ast.expr, bound: Mapping[str, str], thread: Function | None) -> str:
    """Return what an expression is: a kind of `METHODS`, or an empty string where that is not sure.

    What a thread's function makes itself is the thread's own.
    """
    if isinstance(node, ast.Name) and node.id in bound:
        return bound[node.id]
    if isinstance(node, ast.Call):
        return _made(code, node)
    name = code.dotted(node, {})
    last = name.rpartition(".")[2]
    kinds: set[str] = set()
    for other in code.nodes:
        match other:
            case (
                ast.Assign(targets=[target], value=ast.Call() as value)
                | ast.AnnAssign(target=target, value=ast.Call() as value)
            ):
                if name and code.dotted(target, {}).rpartition(".")[2] == last:
                    own = thread is not None and code.function_of(other) is thread
                    kinds.add("" if own else _made(code, value))
            case ast.arg(arg=argument, annotation=ast.expr() as annotation) if argument == name:
                kinds.add(_MAKERS.get(code.dotted(annotation), ""))
            case _:
                pass
    return kinds.pop() if len(kinds) == 1 else ""


def _made(code: Source, call: ast.Call) -> str:
    callee = code.callee(call)
    if callee.endswith(".create_future"):
        return "future"
    return _MAKERS.get(callee, "future" if callee.endswith(".create_task") else "")
