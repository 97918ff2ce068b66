"""Coroutines that were made and never ran: called without `await`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Blocked, Diagnostic, NeverAwaited, Place, Raised, Returned

from .case import Case, Run
from .meanings import failures, original
from .words import HEADLINE, quoted

CONSUMERS = (
    "gather",
    "create_task",
    "ensure_future",
    "wait",
    "wait_for",
    "as_completed",
    "shield",
    "run",
    "Task",
    "timeout",
)
"""Functions that take a coroutine and see to it that it runs."""


ASKING = ("anext", "__anext__", "asend", "aclose")
"""What asks an async generator for something."""


def said(case: Case) -> list[str]:
    """Return what Python said of it where the program ended with an error: that of the result that was none."""
    raised = [run for run in case.runs if isinstance(run.trace.outcome, Raised)]
    found = [failure for run in raised for failure in failures(run)]
    return original(found[0]) if found else []


def never_awaited(case: Case) -> Iterator[Diagnostic]:
    """Name coroutines that were made and thrown away."""
    for run in case.runs:
        found: dict[int | None, tuple[str, Place | None, ast.Call | None]] = {}
        for event in run.events(NeverAwaited):
            line = case.line(event.place)
            call = _call_at(case, event, line)
            if event.place is not None and line is None:
                continue
            if call is not None and (_is_consequence(case, run, call) or line in _blocked(case)):
                continue
            found.setdefault(line, (event.function.rpartition(".")[2], event.place, call))
        if found:
            yield _never_awaited(case, *next(iter(found.values())), [line for line in found if line is not None])
            return
    yield from _closed(case)
    yield from _shown(case)


def _shown(case: Case) -> Iterator[Diagnostic]:
    """Name a coroutine that was printed: while something keeps it, Python does not warn."""
    for run in case.failed_runs:
        for line in run.lines:
            told = re.search(r"<coroutine object (?:\w+\.)*(\w+) at ", line.text)
            for call in case.code.calls_of(told[1]) if told is not None else ():
                if told is not None and not case.code.is_awaited(call):
                    yield _never_awaited(case, told[1], line.place, call, [call.lineno])
                    return


def printed(case: Case) -> Iterator[Diagnostic]:
    """Name an awaitable that was printed itself: the next item of an async generator, that nobody awaited."""
    for run in case.failed_runs:
        for line in run.lines:
            number = case.line(line.place)
            call = case.code.on_line(number, *ASKING) if number is not None else None
            if "<async_generator_a" in line.text and call is not None and not case.code.is_awaited(call):
                yield case.diagnostic(
                    "never-awaited",
                    f"{quoted(case.code.code(call))} was printed without being awaited: no item, but a promise of one",
                    call,
                    label="asks for nothing before it is awaited",
                    notes=[f"printed: {quoted(line.text, 80)}"],
                    hint="What does such a call give, and what makes it run?",
                )
                return


def _blocked(case: Case) -> frozenset[int | None]:
    """Return the lines that held up the event loop: with other objects there, they would make coroutines."""
    return frozenset(case.line(event.place) for run in case.runs for event in run.events(Blocked))


def _closed(case: Case) -> Iterator[Diagnostic]:
    """Name a coroutine that was closed by hand before it ran, which leaves no warning."""
    for close in case.code.calls_of("close"):
        names = case.code.names_in(close)
        for call in case.code.calls_of(*case.entry_names):
            if _names_given(case, call) & names and not any(
                run.by_function(case.code.callee(call)) for run in case.runs
            ):
                yield _never_awaited(case, case.code.callee(call), None, call, [call.lineno])
                return


def _call_at(case: Case, event: NeverAwaited, line: int | None) -> ast.Call | None:
    name = event.function.rpartition(".")[2]
    if line is None:
        return None
    here = [call for call in case.code.calls_of(name) if call.lineno <= line <= (call.end_lineno or line)]
    here.sort(key=lambda call: (case.code.is_awaited(call), call.lineno != line))
    return here[0] if here else None


def _is_consequence(case: Case, run: Run, call: ast.Call) -> bool:
    """Whether the coroutine would have run, had the program not ended for another reason."""
    if case.code.is_awaited(call):
        return True
    unpacked = isinstance(case.code.parent(call), ast.Starred)
    if not unpacked and any(
        case.code.callee(outer).rpartition(".")[2] in CONSUMERS for outer in _calls_around(case, call)
    ):
        return True
    names = _names_given(case, call)
    if not names or isinstance(run.trace.outcome, Returned):
        return False
    function = case.code.function_of(call)
    alone = isinstance(case.code.parent(call), ast.Assign)
    nodes = ast.walk(function) if function is not None else ()
    return any(_uses_up(case, node, names) for node in nodes if not (alone and isinstance(node, _THROUGH)))


_THROUGH = (ast.For, ast.comprehension)
"""What goes through a list of coroutines, and never through a coroutine."""


def _uses_up(case: Case, node: ast.AST, names: set[str]) -> bool:
    """Whether a node awaits what is kept under one of these names, hands it to asyncio, or goes through it."""
    match node:
        case ast.Await(value=ast.Name() | ast.Subscript()):
            return bool(names & case.code.names_in(node))
        case ast.For(iter=through) | ast.comprehension(iter=through):
            return bool(names & case.code.names_in(through))
        case ast.Call() if case.code.callee(node).rpartition(".")[2] in CONSUMERS:
            return bool(names & case.code.names_in(node))
        case _:
            return False


def _calls_around(case: Case, node: ast.AST) -> Iterator[ast.Call]:
    for outer in case.code.around(node):
        if isinstance(outer, ast.stmt):
            return
        if isinstance(outer, ast.Call):
            yield outer


def _names_given(case: Case, call: ast.Call) -> set[str]:
    """Return the names under which the value of a call is kept."""
    for outer in case.code.around(call):
        if isinstance(outer, ast.Assign):
            return {node.id for target in outer.targets for node in ast.walk(target) if isinstance(node, ast.Name)}
        if isinstance(outer, ast.Call) and isinstance(outer.func, ast.Attribute) and outer.func.attr == "append":
            return set(case.code.names_in(outer.func.value))
        if isinstance(outer, ast.stmt):
            return set()
    return set()


def _entered_plainly(case: Case, method: str, at: ast.AST | Place | None) -> Diagnostic:
    """Say that a plain `with` calls a method, which does not await it."""
    return case.diagnostic(
        "sync-context-manager",
        f"a plain `with` called `{method}`, a coroutine function, and awaited nothing",
        at,
        label="enters without waiting",
        hint="Which form of `with` awaits the methods that it calls, and what are these called?",
    )


def _special_method(case: Case, method: ast.AsyncFunctionDef) -> Diagnostic:
    """Say that Python itself calls a method, which does not await it."""
    return case.diagnostic(
        "never-awaited",
        f"`{method.name}` was an `async def`: Python called it, and awaited nothing",
        method,
        label="gives a coroutine that nothing runs",
        notes=said(case),
        hint=f"When does Python call `{method.name}`, and can it wait at that moment?",
    )


def _next_to_be_ready(case: Case, place: Place | None) -> Diagnostic:
    """Say that what a loop over `as_completed` gives was used as if it were a result: where it is used."""
    used = next(_used_unawaited(case, case.line(place)), None)
    name = quoted(used.id) if used is not None else "what `as_completed` gave"
    return case.diagnostic(
        "never-awaited",
        f"{name} was used without being awaited: what `as_completed` gives is no result yet",
        used or place,
        label="an awaitable, no result",
        hint=f"What stands in {name} at each turn of the loop, and what waits for its result?"
        if used is not None
        else "What does a loop over `as_completed` get at each turn, and what waits for its result?",
    )


def _used_unawaited(case: Case, line: int | None) -> Iterator[ast.Name]:
    """Yield where the variable of a loop over `as_completed`, of the statement on a line, is used without `await`."""
    statement = case.code.statement(line) if line is not None else None
    for node in ast.walk(statement) if statement is not None else ():
        match node:
            case (
                ast.For(target=ast.Name(id=name), iter=through)
                | ast.comprehension(target=ast.Name(id=name), iter=through)
            ) if case.code.calls_of("as_completed", within=through):
                loop = node if isinstance(node, ast.For) else case.code.parent(node)
                for use in ast.walk(loop) if loop is not None else ():
                    if isinstance(use, ast.Name) and (use.id, type(use.ctx)) == (name, ast.Load):
                        yield from () if case.code.is_awaited(use) else (use,)
            case _:
                pass


def _used_as_a_task(case: Case, call: ast.Call, kept: frozenset[str]) -> ast.Call | None:
    """Return a call of a method that only tasks have, of what is kept."""
    function = case.code.function_of(call)
    for other in case.code.calls_of("cancel", "done", "result", "add_done_callback") if len(kept) == 1 else ():
        owner = other.func.value if isinstance(other.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and owner.id in kept and case.code.function_of(other) is function:
            return other
    return None


def _taker(case: Case, call: ast.Call) -> str | None:
    """Return the name of the function of which a call is an argument, as it stands."""
    outer = case.code.parent(call)
    if not isinstance(outer, ast.Call) or call not in outer.args or not isinstance(outer.func, ast.Name):
        return None
    return outer.func.id


def _attribute(case: Case, call: ast.Call | None) -> str | None:
    """Return the attribute that keeps what a call gives, as it is written."""
    match case.code.parent(call) if call is not None else None:
        case ast.Assign(targets=[ast.Attribute() as kept]):
            return case.code.code(kept)
        case _:
            return None


def _never_awaited(
    case: Case, function: str, place: Place | None, call: ast.Call | None, lines: list[int]
) -> Diagnostic:
    if function in ("__enter__", "__exit__"):
        return _entered_plainly(case, function, call or place)
    method = case.code.functions.get(function)
    if re.fullmatch(r"__\w+__", function) and isinstance(method, ast.AsyncFunctionDef):
        return _special_method(case, method)
    if function == "_wait_for_one":
        return _next_to_be_ready(case, place)
    shown = quoted(case.code.code(call)) if call is not None else quoted(f"{function}()")
    kept = case.code.kept_under(call) if call is not None else frozenset()
    taker = _taker(case, call) if call is not None else None
    if call is not None and case.code.is_statement(call):
        message = f"{shown} was called but never awaited, so it did not run"
    elif call is not None and taker is not None:
        start = f"{quoted(taker)} was given a coroutine, not a result: "
        room = HEADLINE - len(start) - len(" was never awaited") - 2
        message = f"{start}{quoted(case.code.code(call), room)} was never awaited"
    elif call is not None and (used := _used_as_a_task(case, call, kept)) is not None:
        return case.diagnostic(
            "coroutine-not-started",
            f"`{next(iter(kept))}` was a coroutine, not a task: {shown} had never been started",
            call,
            label="makes a coroutine; nothing runs it",
            notes=[f"{quoted(case.code.code(used))} is for tasks"],
            hint="What makes a task of a coroutine, so that it runs while other lines go on?",
        )
    elif (attribute := _attribute(case, call)) is not None:
        message = f"{quoted(attribute, 30)} was a coroutine, not a result: {shown} was never awaited"
    elif len(kept) == 1:
        message = f"`{next(iter(kept))}` was a coroutine, not a result: {shown} was never awaited"
    else:
        message = f"{shown} was used without being awaited: a coroutine, not a result"
    others = [str(line) for line in lines[1:]]
    notes = [f"the same on {'line' if len(others) == 1 else 'lines'} {', '.join(others)}"] if others else []
    return case.diagnostic(
        "never-awaited",
        message,
        call or place,
        label="makes a coroutine; nothing runs it",
        notes=[*said(case), *notes],
        hint=f"What does a call of `{function}` give, and what makes it run?",
    )
