"""The program did not end by itself: it ended its process, wrote or waited without end, or used up its memory."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from grader.model import (
    CallEnded,
    CallStarted,
    Crashed,
    Diagnostic,
    Interrupted,
    LimitExceeded,
    Place,
    Protocol,
    Suspended,
    TimedOut,
    seconds,
)
from grader.trace import Stand

from .case import Case, Run
from .deadlocks import KINDS
from .source import Function
from .spinning import never_the_last
from .tasks import is_endless
from .words import quoted

_EXITS = ("exit", "_exit", "quit", "abort", "kill", "SystemExit")


def exits(case: Case) -> Iterator[Diagnostic]:
    """Name what ended the process."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Protocol):
            yield case.diagnostic(
                "exits-the-process",
                f"{case.subject(run)} disturbed the process that ran it, so nothing it did could be judged",
                notes=[outcome.reason],
                hint="Which line works on the process or its files, where the exercise asks for coroutines only?",
            )
            return
        if not isinstance(outcome, Crashed):
            continue
        line = case.line(outcome.place)
        call = case.code.on_line(line, *_EXITS) if line is not None else None
        what = quoted(outcome.call) if outcome.call else f"{case.subject(run)} crashed, which"
        if call is not None and case.code.callee(call) in ("exit", "quit", "SystemExit"):
            what = quoted(case.code.code(call))
        when = "while the file was loaded" if outcome.phase == "load" else f"before {case.subject(run)} had ended"
        yield case.diagnostic(
            "exits-the-process",
            f"{what} ended the process {when}",
            call or outcome.place,
            label="the process ends here",
            notes=[] if outcome.call else [f"exit status {outcome.status}"],
            hint="What is to happen after this line, and how does a coroutine end without ending its process?",
        )
        return


def endless_output(case: Case) -> Iterator[Diagnostic]:
    """Name the line that printed without end."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, LimitExceeded) and outcome.limit == "output":
            place = run.lines[-1].place if run.lines else outcome.place
            line = case.line(place or outcome.place)
            call = case.code.on_line(line, "print", "write") if line is not None else None
            yield case.diagnostic(
                "endless-output",
                f"{case.subject(run)} printed line after line and never stopped",
                call or place,
                label="prints without end",
                notes=never_the_last(case) if isinstance(case.code.loop_at(line or 0), ast.AsyncFor) else [],
                hint="What ends the loop round this line?",
            )
            return


def never_set(case: Case) -> Iterator[Diagnostic]:
    """Name an event that a loop without end looks at: that it goes on shows that nobody has set it."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, TimedOut | LimitExceeded):
            continue
        places = [line.place for line in run.lines[-1:]] + [event.place for event in run.events(Suspended)[-10:]]
        for place in places:
            line = case.line(place)
            loop = case.code.loop_at(line) if line is not None else None
            looks = case.code.calls_of("is_set", within=loop.test) if isinstance(loop, ast.While) else ()
            for look in looks:
                event = quoted(case.code.code(look).rpartition(".")[0])
                yield case.diagnostic(
                    "never-signalled",
                    f"{event} was never set, and the loop that looks at it went on without end",
                    look,
                    label="asked again and again, and never true",
                    hint=KINDS["Event.wait()"].hint,
                )
                return


def memory(case: Case) -> Iterator[Diagnostic]:
    """Name the line at which memory ran out."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, LimitExceeded) and outcome.limit == "memory":
            yield case.diagnostic(
                "too-much-memory",
                f"{case.subject(run)} asked for more memory than a run may use",
                outcome.place,
                label="memory ran out here",
                hint="What grows on this line, and what keeps it from growing for ever?",
            )
            return


NESTED = 20
"""Calls of one function, each in the one before it, that make an endless chain."""


def recursion(case: Case) -> Iterator[Diagnostic]:
    """Name a coroutine that called itself again and again, until a limit was reached."""
    for run in case.runs:
        outcome = run.trace.outcome
        chain = _chain(run) if isinstance(outcome, TimedOut | LimitExceeded) else None
        if chain is None:
            continue
        function, place = chain
        line = case.line(place)
        yield case.diagnostic(
            "never-ends",
            f"`{function}` called itself again and again, and none of these calls had ended",
            (case.code.on_line(line, function) if line is not None else None) or place,
            label=f"calls `{function}` once more, before it has ended",
            hint=f"What ends this chain of calls of `{function}`?",
        )
        return


def _chain(run: Run) -> tuple[str, Place | None] | None:
    """Return the function of which many calls were under way in one another, and where the last one was called."""
    open_calls = {event.call: event for event in run.events(CallStarted)}
    for ended in run.events(CallEnded):
        open_calls.pop(ended.call, None)
    inside = Counter(
        event.function
        for event in open_calls.values()
        if event.parent in open_calls and open_calls[event.parent].function == event.function
    )
    for function, times in inside.most_common(1):
        if times >= NESTED:
            return function, [event for event in open_calls.values() if event.function == function][-1].place
    return None


def _turning(case: Case, run: Run) -> tuple[ast.While, Suspended] | None:
    """Return the `while` of another task in which one of the last waits was, and that wait."""
    for event in reversed(run.events(Suspended)[-10:]):
        line = case.line(event.place)
        loop = case.code.loop_at(line) if line is not None else None
        if isinstance(loop, ast.While):
            return loop, event
    return None


def without_end(case: Case) -> Iterator[Diagnostic]:
    """Name a wait of a script for what has no end, above lines that were to follow; without such lines, ask."""
    for run in case.runs if case.is_script and isinstance(case.runs[0].trace.outcome, Interrupted) else ():
        for stand in run.stands:
            for outer, place, endless in _waits_for(case, run, stand) if stand.end is None else ():
                line = case.line(place)
                statement = case.code.statement(line) if line is not None else None
                below = _below(case, statement) if statement is not None else []
                if statement is None or not (below or _waited_before(case, statement)):
                    continue
                name, own = quoted(endless.partition("(")[0]), quoted(outer, 40)
                first = f": line {below[0].lineno} was never reached" if below else ""
                others = [call for one in below for call in ast.walk(one) if _is_own(case, call)]
                yield case.diagnostic(
                    "never-ends",
                    f"{own} waited for {quoted(endless, 40)}, which has no end{first}",
                    _awaited(case, statement),
                    label="waits until this has ended",
                    hint=f"Which part of asyncio runs {name} and what stands below it at once?"
                    if others
                    else f"What is to end {name}, and which line says so?",
                    certain=any(
                        isinstance(one, ast.Call) and _says(case, one) for part in below for one in ast.walk(part)
                    ),
                )
                return


def _waits_for(case: Case, run: Run, stand: Stand) -> Iterator[tuple[str, Place | None, str]]:
    """Yield the calls that wait for what has a loop without an end, where they do, and what that is."""
    labels = [run.by_call[level.call.call].label for level in stand.levels if level.call.call in run.by_call]
    for level, (outer, inner) in zip(stand.levels, pairwise(labels), strict=False):
        if is_endless(case, inner):
            yield outer, level.place, inner
    event = run.trace.events[stand.start]
    if not isinstance(event, Suspended) or not labels:
        return
    for task in event.on:
        if task not in run.ends and is_endless(case, run.names.get(task, "")):
            yield labels[-1], event.place, run.names[task]


def _below(case: Case, statement: ast.stmt) -> list[ast.stmt]:
    """Return the statements of a function that come after one, and not whatever becomes of it."""
    found: list[ast.stmt] = []
    inner: ast.AST = statement
    for outer in case.code.around(statement):
        blocks = [block for _, block in ast.iter_fields(outer) if isinstance(block, list) and inner in block]
        found += [one for block in blocks for one in block[block.index(inner) + 1 :]]
        if isinstance(outer, Function):
            break
        inner = outer
    return [one for one in found if isinstance(one, ast.stmt)]


def _waited_before(case: Case, statement: ast.stmt) -> bool:
    """Whether a function that ends with the await of a task it has kept had waited for something else before."""
    match statement:
        case ast.Expr(value=ast.Await(value=ast.Name() as task) as own):
            function = case.code.function_of(statement)
            awaits = [node for node in ast.walk(function) if isinstance(node, ast.Await)] if function else []
            made = [node.lineno for node in case.code.nodes if isinstance(node, ast.Assign) and _binds(node, task.id)]
            return any(made and made[0] < one.lineno < own.lineno for one in awaits)
        case _:
            return False


def _binds(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def _awaited(case: Case, statement: ast.stmt) -> ast.AST:
    """Return the `await` of a statement, or else the statement."""
    own = [] if isinstance(statement, ast.AsyncWith) else [n for n in ast.walk(statement) if isinstance(n, ast.Await)]
    return own[0] if own else statement


def _is_own(case: Case, node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and case.code.callee(node).rpartition(".")[2] in case.code.functions


def _says(case: Case, call: ast.Call) -> bool:
    """Whether a call is more than tidying up: it prints, or does the program's own work."""
    return _is_own(case, call) or case.code.callee(call) == "print"


def never_reached(case: Case) -> Iterator[Diagnostic]:
    """Name the run of an event loop that went on for ever before another one, which a script makes after it."""
    for run in case.runs if case.is_script else ():
        calls = [call for call in case.code.calls_of("run", "run_until_complete") if _coroutine(case, call)]
        for first, then in pairwise(calls) if isinstance(run.trace.outcome, Interrupted) else ():
            begun, other = _coroutine(case, first), _coroutine(case, then)
            under_way = any(not span.finished for span in run.by_function(begun))
            if not under_way or run.by_function(other) or not _stands_below(case, first, then):
                continue
            yield case.diagnostic(
                "never-ends",
                f"`{begun}` had not ended, so `{other}` never began",
                first,
                label=f"runs `{begun}` to its end, and nothing else: line {then.lineno} comes after it",
                hint=f"Which part of asyncio runs `{begun}` and `{other}` at once, in one event loop?",
            )
            return


def _coroutine(case: Case, call: ast.Call) -> str:
    """Return the name of the program's coroutine function that a call runs; empty where it runs something else."""
    given = call.args[0] if call.args else None
    name = case.code.callee(given) if isinstance(given, ast.Call) else ""
    return name if isinstance(case.code.functions.get(name), ast.AsyncFunctionDef) else ""


def _stands_below(case: Case, first: ast.Call, then: ast.Call) -> bool:
    """Whether two calls are statements of one block, so that the second one waits for the first."""
    here, there = case.code.parent(first), case.code.parent(then)
    outer = case.code.parent(here) if isinstance(here, ast.Expr) else None
    blocks = [block for _, block in ast.iter_fields(outer) if isinstance(block, list)] if outer is not None else []
    return any(here in block and there in block for block in blocks)


def never_ends(case: Case) -> Iterator[Diagnostic]:
    """Name a program that was still under way when its time was over."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, TimedOut):
            limit = f"after {seconds(outcome.limit_ns)}"
        elif isinstance(outcome, LimitExceeded):
            limit = "when its limit was reached"
        else:
            continue
        waits = [event for event in run.events(Suspended) if event.task == 1]
        place = waits[-1].place if waits else getattr(outcome, "place", None)
        line = case.line(place)
        loop = case.code.loop_at(line) if line is not None else None
        turning = _turning(case, run) if loop is None else None
        if turning is not None:
            loop, last = turning
            waits = [last]
        yield case.diagnostic(
            "never-ends",
            f"{case.subject(run)} was still under way {limit}",
            loop or place,
            label="goes on and on" if loop is not None else "waits here",
            notes=[f"its last wait: {quoted(waits[-1].awaiting)}"] if waits else [],
            hint="What ends this, and when does that happen?",
        )
        return
