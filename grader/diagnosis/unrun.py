"""Mistakes that the text alone shows, in functions of a script that did not run.

A package is missing, a server of elsewhere did not answer, or others are to call them, as in an application that a
server loads. No trace tells of such a function, so only what holds for every run of it is told; the rest is asked.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from grader.model import Diagnostic, NotSimulated

from .callbacks import CALLBACK_CALLS, called_in_the_end
from .case import Case
from .contract import loading
from .source import Function
from .words import quoted

_HTTP = ("get", "post", "put", "patch", "delete", "head", "options", "request")

WAITS = frozenset(
    {
        "input",
        "os.system",
        "sys.stdin.readline",
        "time.sleep",
        "urllib.request.urlopen",
        *(f"subprocess.{name}" for name in ("run", "call", "check_call", "check_output", "getoutput")),
        *(f"{module}.{name}" for module in ("requests", "httpx") for name in _HTTP),
    }
)
"""Functions that wait on their thread, by their full names."""

_STANDS_STILL = "nothing else runs meanwhile"
_PLAIN = (*CALLBACK_CALLS, "Thread", "Timer", "signal", "register")
"""What calls a function that it is given, and never awaits anything."""
_RUNNERS = ("asyncio.run", "run_until_complete", "run_forever")


def not_loaded(case: Case) -> Iterator[Diagnostic]:
    """Name an import that failed; before it, what the text of a script shows all the same."""
    failed = tuple(loading(case))
    yield from unrun(case) if failed else ()
    yield from failed


def unrun(case: Case) -> Iterator[Diagnostic]:
    """Name what is wrong with the functions of a script that did not run: each kind once, and one for a function."""
    functions = _did_not_run(case) if case.is_script else []
    for rule in RULES if functions else ():
        found = next(rule(case, functions), None)
        if found is not None:
            yield found
            functions = [one for one in functions if not one.lineno <= (found.line or 0) <= (one.end_lineno or 0)]


def _did_not_run(case: Case) -> list[ast.AsyncFunctionDef]:
    """Return the coroutine functions of which no call began; or ended, where what they call is not here."""
    cut_off = any(run.events(NotSimulated) for run in case.runs)
    names = {
        span.function.rpartition(".")[2]
        for run in case.runs
        for span in run.spans
        if not cut_off or (span.finished and span.parts)
    }
    return [node for node in case.code.nodes if isinstance(node, ast.AsyncFunctionDef) and node.name not in names]


def _own(function: Function) -> Iterator[ast.AST]:
    """Yield the nodes of a function, not those of functions in it."""
    waiting: list[ast.AST] = [function]
    for node in waiting:
        yield node
        inner = node.body if node is function else ast.iter_child_nodes(node)
        waiting += [child for child in inner if not isinstance(child, Function | ast.Lambda | ast.ClassDef)]


def _calls(function: Function) -> list[ast.Call]:
    found = [node for node in _own(function) if isinstance(node, ast.Call)]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _coroutine_of(case: Case, call: ast.Call) -> str:
    """Return the name of the program's coroutine function that is called; empty where that is not sure."""
    match call.func:
        case ast.Name(id=name):
            pass
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            pass
        case _:
            return ""
    defined = [node for node in case.code.nodes if isinstance(node, Function | ast.ClassDef) and node.name == name]
    bound = [
        node
        for node in case.code.nodes
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == name)
        or (isinstance(node, ast.arg) and node.arg == name)
    ]
    one = defined[0] if len(defined) == 1 and not bound else None
    is_coroutine = isinstance(one, ast.AsyncFunctionDef) and not one.decorator_list and not _yields(one)
    return name if is_coroutine else ""


def _yields(function: Function) -> bool:
    return any(isinstance(node, ast.Yield) for node in _own(function))


def _note(function: Function) -> str:
    return f"read in the text: `{function.name}` did not run here"


# --- what is certain ---


def _never_awaited(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Name a coroutine that nothing awaits: a statement of its own, or used as if it were its result."""
    for function in functions:
        for call in _calls(function):
            is_sleep = case.code.callee(call) == "asyncio.sleep"
            name = "sleep" if is_sleep else _coroutine_of(case, call)
            kept = case.code.kept_under(call) if isinstance(case.code.parent(call), ast.Assign) else frozenset()
            if not name:
                continue
            shown = quoted(case.code.code(call), 50)
            if case.code.is_statement(call):
                message = f"{shown} stood in `{function.name}` without `await`: it does not run"
            elif _is_used(case, call) or (len(kept) == 1 and _is_result(case, function, *kept)):
                message = f"{shown} was used in `{function.name}` as if it were a result: a coroutine"
            else:
                continue
            yield case.diagnostic(
                "never-awaited",
                message,
                call,
                label="makes a coroutine; nothing runs it",
                notes=[_note(function)],
                hint=f"What does a call of `{name}` give, and what makes it run?",
            )


def _is_used(case: Case, node: ast.expr) -> bool:
    """Whether an expression is used as only a result can be."""
    match case.code.parent(node):
        case ast.Subscript(value=value) | ast.For(iter=value) | ast.FormattedValue(value=value):
            return value is node
        case ast.Attribute(attr=attr):
            return attr not in ("send", "throw", "close")
        case ast.Compare() as compare:
            return not any(isinstance(one, ast.Constant) and one.value is None for one in compare.comparators)
        case ast.BinOp() | ast.BoolOp() | ast.UnaryOp():
            return True
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            return test is node
        case _:
            return False


def _is_result(case: Case, function: Function, name: str) -> bool:
    """Whether a name is bound once, and used as only a result can be, and for nothing else."""
    uses = [node for node in _own(function) if isinstance(node, ast.Name) and node.id == name]
    read = [node for node in uses if isinstance(node.ctx, ast.Load)]
    return bool(read) and len(uses) - len(read) == 1 and all(_is_used(case, node) for node in read)


def _nested(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Name a coroutine function that runs an event loop inside the one that runs it."""
    for function in functions:
        for call in _calls(function):
            callee = case.code.callee(call)
            if callee == _RUNNERS[0] or callee.rpartition(".")[2] in _RUNNERS[1:]:
                yield case.diagnostic(
                    "nested-event-loop",
                    f"{quoted(case.code.code(call), 50)} stood in `{function.name}`, which an event loop runs",
                    call,
                    label="runs an event loop inside an event loop",
                    notes=[_note(function)],
                    hint=f"What may `{function.name}` do with a coroutine, when a loop is running already?",
                )


def _handed_over(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Name a coroutine function that is given to what calls plain functions only."""
    names = {function.name for function in functions if not function.decorator_list}
    does = ("do",) if "schedule" in _imported(case) else ()
    for call in case.code.calls_of(*_PLAIN, *does):
        api = case.code.callee(call).rpartition(".")[2]
        if api in ("signal", "register") and case.code.callee(call) not in ("signal.signal", "atexit.register"):
            continue
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            name = called_in_the_end(case, argument)
            if name in names and not isinstance(argument, ast.Constant):
                yield case.diagnostic(
                    "coroutine-as-callback",
                    f"`{api}` was given `{name}`, and calls plain functions only",
                    argument,
                    label="a coroutine function: a plain call of it only makes a coroutine",
                    notes=[f"`{api}` takes a plain function, calls it, and throws away what it returns"],
                    hint="Which code could await this coroutine at the moment when it would be called?",
                )


def _imported(case: Case) -> set[str]:
    return {name.name for node in case.code.nodes if isinstance(node, ast.Import) for name in node.names}


def _waits(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Name a call that waits on the event loop's thread: in a coroutine function, or a plain one that it calls."""
    for function in functions:
        reached: dict[Function, list[str]] = {function: []}
        waiting: list[Function] = [function]
        for inner in waiting:
            for call in _calls(inner):
                if _holds_up(case, call):
                    yield case.diagnostic(
                        "blocking-call",
                        f"{quoted(case.code.code(call), 40)} stood in `{inner.name}`: "
                        "the event loop waits on its thread",
                        call,
                        label=_STANDS_STILL,
                        notes=[*reached[inner], _note(function)],
                        hint="Which way of waiting gives the event loop back meanwhile?",
                    )
                plain = case.code.functions.get(call.func.id) if isinstance(call.func, ast.Name) else None
                if isinstance(plain, ast.FunctionDef) and plain not in reached and not plain.decorator_list:
                    reached[plain] = [f"line {call.lineno}: `{inner.name}` calls `{plain.name}`, a plain function"]
                    waiting.append(plain)


def _holds_up(case: Case, call: ast.Call) -> bool:
    callee = case.code.callee(call)
    if callee not in WAITS or case.code.is_awaited(call):
        return False
    return callee != "time.sleep" or not any(isinstance(one, ast.Constant) and not one.value for one in call.args)


def _no_yield(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Name an endless loop that never waits, and that nothing leaves."""
    for function in functions:
        for loop in _own(function):
            match loop:
                case ast.While(test=ast.Constant(value=value)) if value:
                    inside = [node for node in ast.walk(loop) if node is not loop]
                    if not any(isinstance(node, _LEAVES) for node in inside) and not case.code.calls_of(
                        "exit", "quit", "_exit", within=loop
                    ):
                        yield case.diagnostic(
                            "no-yield-loop",
                            f"the loop on line {loop.lineno} of `{function.name}` has no end and no `await`",
                            loop,
                            label="no `await` in this loop",
                            notes=[_note(function)],
                            hint="At which line of this loop could another task run?",
                        )
                case _:
                    pass


_LEAVES = (
    ast.Await,
    ast.AsyncFor,
    ast.AsyncWith,
    ast.Yield,
    ast.YieldFrom,
    ast.Break,
    ast.Return,
    ast.Raise,
    ast.Assert,
)
"""What gives the loop control back, or may leave a loop."""


# --- what is asked ---


def _one_by_one(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Ask about calls that a loop awaits one by one, where none of them is given what another one gave."""
    for function in functions:
        for call in _calls(function):
            loop, name = case.code.loop_of(call), _coroutine_of(case, call)
            if not name or not case.code.is_awaited(call) or isinstance(loop, ast.While | ast.AsyncFor | None):
                continue
            targets = [loop.target] if isinstance(loop, ast.For) else [part.target for part in loop.generators]
            given = case.code.names_in(call)
            of_turn = {node.id for one in targets for node in ast.walk(one) if isinstance(node, ast.Name)}
            awaits = [node for node in ast.walk(loop) if isinstance(node, ast.Await | ast.AsyncWith | ast.AsyncFor)]
            bound = {
                node.id for node in ast.walk(loop) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }
            leaves = any(isinstance(node, ast.Break | ast.Return | ast.Raise) for node in ast.walk(loop))
            if len(awaits) > 1 or leaves or not given & of_turn or given & (bound - of_turn):
                continue
            if case.code.is_statement(awaits[0]) or not any(
                isinstance(n, ast.Await | ast.AsyncWith) for n in ast.walk(case.code.functions[name])
            ):
                continue
            yield case.diagnostic(
                "sequential-awaits",
                f"each turn of the loop on line {loop.lineno} waited for its `{name}` before the next one began",
                awaits[0],
                label="every turn of the loop waits until this has ended",
                notes=[_note(function)],
                hint=f"Does one call of `{name}` need anything from the one before it?",
                certain=False,
            )


def _not_kept(case: Case, functions: list[ast.AsyncFunctionDef]) -> Iterator[Diagnostic]:
    """Ask about a task that nothing keeps."""
    for function in functions:
        for call in _calls(function):
            if case.code.callee(call) in ("asyncio.create_task", "asyncio.ensure_future") and case.code.is_statement(
                call
            ):
                yield case.diagnostic(
                    "task-not-kept",
                    f"nothing kept the task of {quoted(case.code.code(call), 60)}",
                    call,
                    label="the task is not kept",
                    notes=[_note(function)],
                    hint="The event loop keeps weak references only: who else could hold on to this task?",
                    certain=False,
                )


RULES: tuple[Callable[[Case, list[ast.AsyncFunctionDef]], Iterator[Diagnostic]], ...] = (
    _never_awaited,
    _nested,
    _handed_over,
    _waits,
    _no_yield,
    _one_by_one,
    _not_kept,
)
"""In the order in which they are told."""
