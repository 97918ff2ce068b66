"""Coroutine objects that were kept, and began late or never."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, Place, seconds

from .case import Case
from .lateness import began_late
from .source import Function
from .words import quoted


def not_started(case: Case) -> Iterator[Diagnostic]:
    """Name coroutine objects that were kept, and began only when they were awaited or made a task."""
    for late, span in began_late(case.runs):
        kept, started = kept_coroutine(case, span.place, span.function)
        if late.kind not in ("call", "sleep") or kept is None:
            continue
        yield case.diagnostic(
            "coroutine-not-started",
            f"{quoted(span.label)} did not begin before it was {started}, at t={seconds(span.start)}",
            kept,
            label="makes a coroutine object; it does not run yet",
            hint="What runs a coroutine in the background while other lines of this function go on?",
        )
        return


def began_at_its_await(case: Case) -> Iterator[Diagnostic]:
    """Ask about a coroutine of a script that was kept while the lines below waited for something else."""
    for run in case.runs if case.is_script else ():
        for span in run.spans:
            kept, how = kept_coroutine(case, span.place, span.function)
            caller = run.by_call.get(span.parent) if span.parent is not None else None
            line = case.line(span.place)
            if how != "awaited" or kept is None or caller is None or line is None:
                continue
            waits = [part for part in caller.parts if part.kind == "waiting" and part.start < part.end <= span.start]
            between = [part for part in waits if kept.lineno < (case.line(part.place) or 0) < line]
            if not between:
                continue
            yield case.diagnostic(
                "coroutine-not-started",
                f"{quoted(span.label)} did not begin before it was awaited, at t={seconds(span.start)}",
                kept,
                label="makes a coroutine object; it does not run yet",
                notes=[f"{quoted(caller.label)} waited for {quoted(between[0].what, 60)} in between"],
                hint="What runs a coroutine in the background while other lines of this function go on?",
                certain=False,
            )
            return


def never_began(case: Case) -> Iterator[Diagnostic]:
    """Name a coroutine that was kept, and made a task only when that was cancelled, or the program ended."""
    for run in case.failed_runs if case.runs else ():
        begun = {span.function for span in run.spans}
        for span in run.expected:
            for call in case.code.calls_of(span.function) if span.function not in begun else ():
                scope, names = case.code.function_of(call), case.code.kept_under(call)
                later = [
                    node
                    for node in case.code.calls_of("create_task", "ensure_future", within=scope)
                    if node.args and names & case.code.names_in(node.args[0]) and node.lineno > call.lineno
                ]
                if scope is None or not later or case.code.callee(call).rpartition(".")[2] != span.function:
                    continue
                yield case.diagnostic(
                    "coroutine-not-started",
                    f"{quoted(span.label)} was made a task on line {later[0].lineno} only, and never began",
                    call,
                    label="makes a coroutine object; it does not run yet",
                    hint="What runs a coroutine in the background while other lines of this function go on?",
                )
                return


CLOCKS = frozenset({"time.time", "time.perf_counter", "time.monotonic", "datetime.datetime.now"})
"""What a program measures a time with."""


def measured_making(case: Case) -> Iterator[Diagnostic]:
    """Name a plain wrapper that takes the time of a call of a coroutine function, which only makes a coroutine."""
    for function, wrapper, call in wrapped(case):
        clocks = [one.lineno for one in case.code.calls if case.code.callee(one) in CLOCKS]
        inside = [line for line in clocks if wrapper.lineno < line <= (wrapper.end_lineno or 0)]
        if not inside or not min(inside) < call.lineno < max(inside):
            continue
        yield case.diagnostic(
            "coroutine-not-started",
            f"the time of {quoted(case.code.code(call), 40)} was taken, which only makes a coroutine",
            call,
            label="comes back at once; the coroutine runs later, where it is awaited",
            notes=[f"`{function.name}` is a coroutine function, and its wrapper a plain one"],
            hint=f"Which kind of function can wait until `{function.name}` has ended, and then look at the clock?",
        )
        return


def wrapped(case: Case) -> Iterator[tuple[ast.AsyncFunctionDef, ast.FunctionDef, ast.Call]]:
    """Yield the coroutine functions that ran, the plain wrappers round them, and what there calls them."""
    ran = {span.function.rpartition(".")[2] for run in case.runs for span in run.spans}
    for function in case.code.nodes:
        if not isinstance(function, ast.AsyncFunctionDef) or function.name not in ran:
            continue
        for name in (case.code.dotted(one).rpartition(".")[2] for one in function.decorator_list):
            decorator = case.code.functions.get(name)
            for wrapper in ast.walk(decorator) if decorator is not None else ():
                if not isinstance(wrapper, ast.FunctionDef) or wrapper is decorator:
                    continue
                outer = [one for one in case.code.around(wrapper) if isinstance(one, Function)]
                given = {argument.arg for one in outer for argument in one.args.args}
                for call in case.code.calls:
                    named = isinstance(call.func, ast.Name) and call.func.id in given
                    if named and case.code.function_of(call) is wrapper:
                        yield function, wrapper, call


def kept_coroutine(case: Case, place: Place | None, function: str) -> tuple[ast.Call | None, str]:
    """Return the bare call whose coroutine is started by name on a line, and how it is started."""
    line = case.line(place)
    for node in case.code.nodes:
        match node:
            case ast.Await(value=ast.Attribute(attr=name)) if node.lineno == line:
                calls = case.code.calls_of(function)
                return next((call for call in calls if _is_kept_as(case, call, name)), None), "awaited"
            case ast.Await(value=started) if node.lineno == line and not isinstance(started, ast.Call):
                names, how = case.code.names_in(started), "awaited"
            case ast.Call(args=[ast.Name(id=name), *_]) if node.lineno == line and _makes_a_task(case, node):
                names, how = frozenset({name}), "made a task"
            case ast.Await(value=ast.Call(args=arguments) as started) if node.lineno == line and _gathers(
                case, started
            ):
                each = [one.value if isinstance(one, ast.Starred) else one for one in arguments]
                names, how = frozenset(one.id for one in each if isinstance(one, ast.Name)), "gathered"
            case _:
                continue
        scope = case.code.function_of(node)
        for call in case.code.calls_of(function, within=scope) if names and scope is not None else ():
            if case.code.kept_under(call) & _sources(case, node, names):
                return call, how
    return None, ""


def _gathers(case: Case, call: ast.Call) -> bool:
    return case.code.callee(call).rpartition(".")[2] == "gather"


def _makes_a_task(case: Case, call: ast.Call) -> bool:
    return case.code.callee(call).rpartition(".")[2] in ("create_task", "ensure_future")


def _is_kept_as(case: Case, call: ast.Call, attribute: str) -> bool:
    """Whether what a call gives is made an attribute of this name, whichever function does so."""
    outer = case.code.parent(call)
    targets = outer.targets if isinstance(outer, ast.Assign) else ()
    return any(isinstance(target, ast.Attribute) and target.attr == attribute for target in targets)


def _sources(case: Case, node: ast.AST, names: frozenset[str]) -> frozenset[str]:
    """Return the names, and for a loop's variable also what the loop goes through."""
    loop = case.code.loop_of(node)
    if isinstance(loop, ast.For) and names & {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)}:
        return names | case.code.names_in(loop.iter)
    return names
