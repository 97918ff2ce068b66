"""Pipes to other programs: one that writes more than a pipe holds waits for its reader, and the reader for its end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import (
    Deadlocked,
    Diagnostic,
    Interrupted,
    LimitExceeded,
    RealTime,
    Resumed,
    Suspended,
    TimedOut,
    seconds,
)

from .case import Case, Run
from .source import Function, Source
from .words import quoted


class _Child(NamedTuple):
    """A process that the program starts, with pipes."""

    name: str
    pipes: tuple[str, ...]
    function: Function


class _Wait(NamedTuple):
    """A wait for a child that cannot end while a pipe is full."""

    call: ast.Call
    full: str
    """The pipe that nobody reads meanwhile."""


def full_pipe(case: Case) -> Iterator[Diagnostic]:
    """Ask about a wait for another program that had not ended, while nobody read what it wrote."""
    for run in case.runs:
        if not run.events(RealTime) and not isinstance(run.trace.outcome, Deadlocked):
            continue
        for child in _children(case.code):
            for wait in _waits(case.code, child):
                stood = _stood(case, run, wait.call)
                if stood is None:
                    continue
                stuck = isinstance(run.trace.outcome, Deadlocked) and _limit(case.code, wait.call) is None
                yield case.diagnostic(
                    "pipe-deadlock",
                    f"{quoted(case.code.code(wait.call))} "
                    f"{'could never end' if stuck else f'had not ended after {seconds(stood)}'}, "
                    f"and nothing had read `{child.name}.{wait.full}`",
                    wait.call,
                    label="waits for a program that may wait for its reader",
                    notes=["a pipe holds little: a program that writes more stands still until somebody reads"],
                    hint="How much does this program write, and who reads it while this line waits?",
                    certain=stuck,
                )
                return


def input_left_open(case: Case) -> Iterator[Diagnostic]:
    """Ask about a wait for the end of another program, or of its output, while its input stays open."""
    for run in case.runs:
        for call in case.code.calls_of("create_subprocess_exec", "create_subprocess_shell"):
            outer, function = case.code.parent(case.code.parent(call) or call), case.code.function_of(call)
            fed = any(one.arg == "stdin" and case.code.dotted(one.value).endswith("PIPE") for one in call.keywords)
            if not fed or function is None or not isinstance(outer, ast.Assign) or not run.events(RealTime):
                continue
            name = case.code.dotted(outer.targets[0], {})
            calls = {case.code.dotted(one.func, {}): one for one in case.code.calls if one in set(ast.walk(function))}
            closes = [f"{name}.stdin.close", f"{name}.stdin.write_eof", f"{name}.communicate"]
            wait = next((calls[end] for end in (f"{name}.stdout.read", f"{name}.wait") if end in calls), None)
            stood = _stood(case, run, wait) if wait is not None and not wait.args else None
            if wait is None or stood is None or any(one in calls for one in closes):
                continue
            yield case.diagnostic(
                "stream-hang",
                f"{quoted(case.code.code(wait))} had not ended after {seconds(stood)}: `{name}.stdin` was still open",
                wait,
                label="waits for a program that may wait for the end of its input",
                notes=["a program that reads its input to the end goes on when that is closed"],
                hint="By what does this program notice that it has all of its input?",
                certain=False,
            )
            return


def _children(code: Source) -> Iterator[_Child]:
    for call in code.calls_of("create_subprocess_exec", "create_subprocess_shell"):
        pipes = tuple(
            keyword.arg
            for keyword in call.keywords
            if keyword.arg in ("stdout", "stderr") and code.dotted(keyword.value).endswith("PIPE")
        )
        outer = code.parent(code.parent(call) or call)
        function = code.function_of(call)
        if pipes and function is not None and isinstance(outer, ast.Assign):
            yield _Child(code.dotted(outer.targets[0], {}), pipes, function)


def _waits(code: Source, child: _Child) -> Iterator[_Wait]:
    """Yield the waits for a child, or one of its pipes, before which nothing has begun to read another pipe of it."""
    begun: set[str] = set()
    inside = set(ast.walk(child.function))
    for node in code.nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=name)) if node in inside:
                whose = code.dotted(owner, {})
                at_once = code.await_round(node) is not None
                if whose == child.name and name == "communicate":
                    return
                if whose == child.name and name == "wait" and at_once:
                    for pipe in child.pipes:
                        if pipe not in begun:
                            yield _Wait(node, pipe)
                            break
                for pipe in ("stdin", *child.pipes):
                    if whose != f"{child.name}.{pipe}" or name not in ("read", "readline", "drain"):
                        continue
                    others = [other for other in child.pipes if other != pipe and other not in begun]
                    if at_once and others and code.dotted(node.func, {}) != f"{child.name}.stdin.read":
                        yield _Wait(node, others[0])
                    begun.add(pipe)
            case ast.Call(args=given) if node in inside:
                for argument in given:
                    passed = code.dotted(argument, {})
                    begun |= {pipe for pipe in child.pipes if passed in (child.name, f"{child.name}.{pipe}")}
            case ast.AsyncFor(iter=iterated) if node in inside:
                begun |= {pipe for pipe in child.pipes if code.dotted(iterated, {}) == f"{child.name}.{pipe}"}
            case _:
                pass


def _stood(case: Case, run: Run, call: ast.Call) -> int | None:
    """Return how long a line waited that did not get what it waited for; None for one that did, or was not reached."""
    end = call.end_lineno or call.lineno
    waits = [event for event in run.events(Suspended) if call.lineno <= (case.line(event.place) or 0) <= end]
    if not waits:
        return None
    since = waits[0].time
    resumed = [event.time for event in run.events(Resumed) if event.task == waits[0].task and event.time > since]
    if isinstance(run.trace.outcome, LimitExceeded | TimedOut | Deadlocked | Interrupted) and not resumed:
        return run.trace.duration_ns - since
    limit = _limit(case.code, call)
    return resumed[0] - since if limit is not None and resumed and resumed[0] - since >= limit else None


def _limit(code: Source, call: ast.Call) -> int | None:
    """Return for how many nanoseconds at most a call is waited for, where the program says so in figures."""
    for outer in code.around(call):
        match outer:
            case ast.Call(func=ast.Attribute(attr="wait_for"), args=[_, ast.Constant(value=int() | float() as limit)]):
                return int(limit * 10**9)
            case ast.Call(func=ast.Attribute(attr="wait_for"), keywords=[ast.keyword(value=ast.Constant(value=limit))]):
                return int(limit * 10**9) if isinstance(limit, int | float) else None
            case ast.AsyncWith(items=[ast.withitem(context_expr=ast.Call(args=[ast.Constant(value=limit)]))]):
                return int(limit * 10**9) if isinstance(limit, int | float) else None
            case _:
                pass
    return None
