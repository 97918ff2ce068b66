"""Methods that are named and not called: nothing is done, and a condition that asks one always holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Diagnostic, LeftBehind, LimitExceeded, TimedOut

from .case import Case
from .words import quoted


class Method(NamedTuple):
    """A method that is easily taken for a value."""

    makers: tuple[str, ...]
    """What gives an object that has it."""
    question: str
    """What it tells when it is called."""


_TASKS = ("create_task", "ensure_future", "Task", "Future", "create_future", "gather", "run_coroutine_threadsafe")
_QUEUES = ("Queue", "PriorityQueue", "LifoQueue")
_LOCKS = ("Lock", "Semaphore", "BoundedSemaphore", "Condition")

METHODS = {
    "done": Method(_TASKS, "whether it has ended"),
    "cancelled": Method(_TASKS, "whether it was cancelled"),
    "is_set": Method(("Event",), "whether it is set"),
    "empty": Method(_QUEUES, "whether it is empty"),
    "full": Method(_QUEUES, "whether it is full"),
    "locked": Method(_LOCKS, "whether it is taken"),
    "at_eof": Method(("open_connection", "StreamReader"), "whether the stream has ended"),
    "is_closing": Method(("open_connection", "StreamWriter"), "whether it is closing"),
    "is_serving": Method(("start_server", "start_unix_server"), "whether it serves"),
}
"""What a condition asks."""


def always_true(case: Case) -> Iterator[Diagnostic]:
    """Name a method in a condition that is not called: a method is true, whatever a call of it would give."""
    for test in _tests(case):
        for node in _atoms(test):
            if not isinstance(node, ast.Attribute) or not _is_method(case, node):
                continue
            code = _consequence(case, node)
            if code is None:
                continue
            shown = quoted(case.code.code(node))
            what = "the loop" if isinstance(case.code.parent(test), ast.While) else "the branch"
            never = isinstance(test, ast.UnaryOp) and test.operand is node
            yield case.diagnostic(
                code,
                f"{shown} was named in a condition and not called, so it was always true",
                test if never else node,
                label=f"never true: {what} is passed over" if never else "true whatever happens",
                notes=[f"`{case.code.code(node)}()`, a call, tells {METHODS[node.attr].question}"],
                hint="What has to stand behind a method's name for it to be called?",
            )
            return


def _consequence(case: Case, node: ast.Attribute) -> str | None:
    """Return the code of what came of it, None where nothing shows that anything did."""
    if any(isinstance(run.trace.outcome, TimedOut | LimitExceeded) for run in case.runs):
        return "never-ends"
    if node.attr == "done" and any(run.events(LeftBehind) for run in case.runs):
        return "lost-task"
    return "wrong-output" if case.failed_runs or case.is_script else None


def _tests(case: Case) -> Iterator[ast.expr]:
    """Yield what decides about branches and loops."""
    for node in case.code.nodes:
        match node:
            case ast.While(test=test) | ast.If(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
                yield test
            case ast.comprehension(ifs=ifs):
                yield from ifs
            case _:
                pass


def _atoms(test: ast.expr) -> Iterator[ast.expr]:
    """Yield what a condition is made of, past `not`, `and` and `or`, and within `any` and `all`."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from _atoms(operand)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _atoms(value)
        case ast.Call(func=ast.Name(id="any" | "all"), args=[ast.GeneratorExp(elt=elt) | ast.ListComp(elt=elt)]):
            yield from _atoms(elt)
        case _:
            yield test


def _is_method(case: Case, node: ast.Attribute) -> bool:
    """Whether an attribute is a method of asyncio's: its owner was made by what gives one, or no class has another."""
    known = METHODS.get(node.attr)
    if known is None or node.attr in _own_names(case):
        return False
    made = {name for call in case.code.calls_of(*known.makers) for name in _kept(case, call)}
    owner = case.code.dotted(node.value, {}).rpartition(".")[2]
    looped = [loop for loop in case.code.around(node) if isinstance(loop, ast.For | ast.GeneratorExp | ast.ListComp)]
    over = {
        name
        for loop in looped
        for part in ([loop.iter] if isinstance(loop, ast.For) else [one.iter for one in loop.generators])
        for name in case.code.names_in(part)
    }
    return bool({owner, *over} & made) or (bool(case.failed_runs) and not case.is_script)


def _kept(case: Case, call: ast.Call) -> Iterator[str]:
    """Yield the names, and attributes, under which what a call gives is kept."""
    yield from case.code.kept_under(call)
    for outer in case.code.around(call):
        if isinstance(outer, ast.Assign):
            for target in outer.targets:
                parts = target.elts if isinstance(target, ast.Tuple) else [target]
                yield from (case.code.dotted(part, {}).rpartition(".")[2] for part in parts)


def _own_names(case: Case) -> set[str]:
    """Return the attributes that the program itself binds: of these nobody knows what they are."""
    stored = {
        node.attr for node in case.code.nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    methods = {name for name, node in case.code.functions.items() if node.decorator_list}
    fields = {
        node.target.id
        for node in case.code.nodes
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return stored | methods | fields


def passed_over(case: Case) -> Iterator[Diagnostic]:
    """Name a method that stands alone as a statement and is not called, so that nothing is done."""
    for node in case.code.nodes if case.failed_runs or case.is_script else ():
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Attribute):
            continue
        code, nothing = STATEMENTS.get(node.value.attr, ("", ""))
        if code and node.value.attr not in _own_names(case):
            yield case.diagnostic(
                code,
                f"{quoted(case.code.code(node.value))} was named and not called, so {nothing}",
                node.value,
                label="names the method",
                hint="What has to stand behind a method's name for it to be called?",
            )
            return


STATEMENTS = {
    "cancel": ("task-not-cancelled", "nothing was cancelled"),
    "set": ("never-signalled", "the event was not set"),
    "notify": ("never-signalled", "nobody was notified"),
    "notify_all": ("never-signalled", "nobody was notified"),
    "task_done": ("missing-task-done", "no item was marked done"),
    "release": ("lock-deadlock", "nothing was given back"),
    "close": ("resource-not-closed", "nothing was closed"),
}
"""Methods that do something -> the code of what comes of it, and what was not done."""
