"""Loops that turn for ever without giving control back, or to ask again and again."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

from grader.model import (
    Diagnostic,
    LimitExceeded,
)

from .blocking import MILLISECOND
from .case import Case, Run
from .cutting import ran_out
from .words import counted, quoted


def no_yield_loop(case: Case) -> Iterator[Diagnostic]:
    """Name a loop, or a computation, that never gave control back."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, LimitExceeded) or outcome.limit not in ("cpu", "wall"):
            continue
        line = case.line(outcome.place)
        loop = _endless_loop(case, line) if line is not None else None
        if loop is None and (line is None or case.code.function_at(line) is None):
            # The place is the line that runs the event loop: what ran in it is known from the calls under way.
            loop = _spinning(case, run)
        if loop is None and line is not None:
            loop = _loop_called(case, line)
        items = _items_at_once(case, line)
        if items is not None:
            yield case.diagnostic(
                "no-yield-loop",
                f"the loop on line {items.lineno} got item after item without a wait, and never came to an end",
                items,
                label="no item takes time, and none is the last",
                notes=never_the_last(case),
                hint="What tells this loop that there are no more items?",
            )
        elif isinstance(loop, ast.While):
            awaits = any(isinstance(node, ast.Await) for node in ast.walk(loop))
            yield case.diagnostic(
                "no-yield-loop",
                f"the loop on line {loop.lineno} went on for ever and never gave control back",
                loop,
                label="its awaits never really wait" if awaits else "no `await` in this loop",
                hint="At which line of this loop could another task run?",
            )
        else:
            yield case.diagnostic(
                "cpu-bound",
                "a computation held the event loop's thread for longer than a run may take",
                loop or outcome.place,
                label="computes all the time",
                hint="Which part of this work could be handed to a thread or process, or cut into pieces?",
            )
        return


def _loop_called(case: Case, line: int) -> ast.For | ast.While | None:
    """Return the one loop of the only own function that a line calls, or of the only one that this function calls.

    Only of a coroutine a `while` counts: in a plain helper there is nothing that it could await.
    """
    statement: ast.AST | None = case.code.statement(line)
    seen: set[ast.AST] = set()
    while statement is not None and statement not in seen:
        seen.add(statement)
        calls = case.code.calls_of(*case.code.functions, within=statement)
        called = {case.code.callee(call).rpartition(".")[2] for call in calls}
        function = case.code.functions[called.pop()] if len(called) == 1 else None
        inside = list(ast.walk(function)) if function is not None else []
        kinds = ast.For | ast.While if isinstance(function, ast.AsyncFunctionDef) else ast.For
        loops = [node for node in inside if isinstance(node, kinds) and case.code.loop_of(node) is None]
        if loops:
            waits = any(isinstance(node, _WAITS_IN_LOOP) for node in ast.walk(loops[0]))
            return loops[0] if len(loops) == 1 and not waits else None
        statement = function
    return None


def _items_at_once(case: Case, line: int | None) -> ast.AsyncFor | None:
    """Return the `async for` that a run was getting items for when it was stopped: on its line, or in `__anext__`."""
    if line is None:
        return None
    loops = [node for node in case.code.nodes if isinstance(node, ast.AsyncFor)]
    function = case.code.function_at(line)
    if function is None:  # the line that runs the event loop: only a loop that does nothing else can be told from there
        return loops[0] if len(loops) == 1 and not any(_computes(case, node) for node in loops[0].body) else None
    if function.name == "__anext__" and case.code.loop_at(line) is None:
        return loops[0] if len(loops) == 1 else None
    return next((loop for loop in loops if loop.lineno == line), None)


def never_the_last(case: Case) -> list[str]:
    """Say of the one iterator of a program that it has no end."""
    steps = [node for node in case.code.nodes if isinstance(node, ast.AsyncFunctionDef) and node.name == "__anext__"]
    if len(steps) != 1 or any(isinstance(node, ast.Raise) for node in ast.walk(steps[0])):
        return []
    return [f"`__anext__` (line {steps[0].lineno}) never raises `StopAsyncIteration`, which is what ends the iteration"]


def _computes(case: Case, node: ast.AST) -> bool:
    """Whether a part of the program may take long: it loops, or calls something other than `print`."""
    loops = any(isinstance(part, ast.For | ast.While | ast.comprehension) for part in ast.walk(node))
    return loops or any(case.code.callee(part) != "print" for part in ast.walk(node) if isinstance(part, ast.Call))


def _spinning(case: Case, run: Run) -> ast.While | None:
    """Return the one loop without any wait in the functions that were under way when the run was stopped."""
    under_way = {task.name.partition("(")[0] for number, task in run.tasks.items() if number not in run.ends}
    under_way |= {span.function for span in run.spans if not span.finished}
    found = [
        node
        for node in case.code.nodes
        if isinstance(node, ast.While)
        and (function := case.code.function_of(node)) is not None
        and function.name in under_way
        and not any(isinstance(inner, _WAITS_IN_LOOP) for inner in ast.walk(node))
    ]
    return found[0] if len(found) == 1 else None


_WAITS_IN_LOOP = ast.Await | ast.AsyncFor | ast.AsyncWith | ast.Yield | ast.YieldFrom


def _endless_loop(case: Case, line: int) -> ast.For | ast.AsyncFor | ast.While | None:
    """Return the outermost `while` round a line, or else the loop there."""
    loop = case.code.loop_at(line)
    outer = loop
    while outer is not None:
        if isinstance(outer, ast.While):
            return outer
        found = case.code.loop_of(outer)
        outer = found if isinstance(found, ast.For | ast.AsyncFor | ast.While) else None
    return loop


def short_limits(case: Case) -> Iterator[Diagnostic]:
    """Name a loop that waits with a short limit again and again, and does nothing in between."""
    for run in case.runs:
        turns: Counter[tuple[int, int]] = Counter()
        for stand, limit, end in ran_out(case, run):
            line, loop = limit.lineno, case.code.loop_at(limit.lineno)
            if not isinstance(loop, ast.While) or end - run.trace.events[stand.start].time > SHORT_LIMIT:
                continue
            turns[stand.levels[0].call.call, line] += 1
            if turns[stand.levels[0].call.call, line] < TURNS or _prints_in(case, loop):
                continue
            yield case.diagnostic(
                "busy-polling",
                f"{quoted(case.code.code(limit), 48)} woke {counted(TURNS, 'time')} and more, and nothing had come",
                limit,
                label="gives up at once, and waits anew",
                hint="What would wake this task at the very moment, without any limit?",
            )
            return


TURNS = 8
"""Waits with a short limit in a row that make a poller."""


SHORT_LIMIT = 250 * MILLISECOND
"""A limit up to this is short."""


def _prints_in(case: Case, loop: ast.While) -> bool:
    """Whether a loop does something in each turn: it prints."""
    return bool(case.code.calls_of("print", within=loop))


def busy_polling(case: Case) -> Iterator[Diagnostic]:
    """Name a loop of short sleeps that asks whether something has happened."""
    for run in case.runs:
        pollers = case.pollers(run)
        if not pollers:
            continue
        what, place = pollers[0]
        line = case.line(place)
        loop = case.code.loop_at(line) if line is not None else None
        function = case.code.function_of(loop) if loop is not None else None
        if function is not None and not case.knows(what.strip("`")):
            what = f"`{function.name}`"  # the task is the grader's own, and the loop is not
        test = _asked(loop) if isinstance(loop, ast.While) else None
        asked = "" if test is None else f"asked {quoted(case.code.code(test), 36)} again and again in place of waiting"
        yield case.diagnostic(
            "busy-polling",
            f"{what} {asked or 'went round and round while the clock stood still'}",
            loop or place,
            label="goes round and round",
            hint="What could this wait for, so that it is woken at the very moment?",
        )
        return


def _asked(loop: ast.While) -> ast.expr | None:
    """Return what decides whether a loop goes on."""
    if not isinstance(loop.test, ast.Constant):
        return loop.test
    return next((node.test for node in ast.walk(loop) if isinstance(node, ast.If)), None)
