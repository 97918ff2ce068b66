"""A server's side of its connections: a handler that fails, one that closes too early, one that is never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Deadlocked, Diagnostic, Raised, TaskEnded

from .case import Case, Run
from .source import Function
from .words import plain, quoted

SERVERS = ("start_server", "start_unix_server")
LOST = ("BrokenPipeError", "ConnectionResetError", "IncompleteReadError")
"""What the other side of a connection meets that is gone."""


def handler_failed(case: Case) -> Iterator[Diagnostic]:
    """Name an exception that left the handler of a connection: nobody awaits that, and nobody is told."""
    names = {function.name for function in _handlers(case)}
    if not names:
        return
    for run in case.failed_runs or (case.runs if case.is_script else ()):
        last = {one.task: one for one in sorted(run.stands, key=lambda one: (one.start, len(one.levels)))}
        for ended in run.events(TaskEnded):
            stand = last.get(ended.task)
            if ended.how != "raised" or stand is None or stand.levels[0].call.function not in names:
                continue
            error, place = plain(ended.detail), stand.levels[-1].place
            failing = _failing(case, case.line(place), error)
            if case.is_script and failing is None:
                continue  # what the log of asyncio says of it tells more
            yield case.diagnostic(
                "unhandled-error",
                f"an exception left `{stand.levels[0].call.function}`, which served a connection: {error}",
                failing or place,
                label=f"raised {error.partition(':')[0]} here, or right behind",
                notes=["who has started this task is asyncio, which tells nobody: the client waits for its answer"],
                hint="What is the value on this line when the exception is raised, and what was it meant to be?",
            )
            return


def _failing(case: Case, line: int | None, error: str) -> ast.Call | None:
    """Return the call of `write` behind a line that a stream would not take what it is given for."""
    if line is None or "a bytes-like object" not in error:
        return None
    return next((call for call in case.code.calls_of("write", "writelines") if call.lineno >= line), None)


def closed_early(case: Case) -> Iterator[Diagnostic]:
    """Name a handler that closed a connection while the other side had more to say."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Raised) or outcome.error not in LOST:
            continue
        for function in _handlers(case):
            calls = run.by_function(function.name)
            closes = case.code.calls_of("close", within=function)
            if calls and closes and all(_returned(run, span.task) for span in calls if span.finished):
                yield case.diagnostic(
                    "wrong-output",
                    f"`{function.name}` closed its side of a connection while the client had more to say",
                    closes[0],
                    label=f"reached though the client goes on: it meets a {outcome.error}",
                    hint="By what does this function notice that there is nothing more to come?",
                )
                return


def _returned(run: Run, task: int | None) -> bool:
    return task is None or task not in run.ends or run.ends[task].how == "returned"


def never_run(case: Case) -> Iterator[Diagnostic]:
    """Name what keeps a server from its clients: handlers that are kept and not run, a wait that never ends."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked):
            continue
        waits = [waiter for waiter in outcome.waiters if waiter.awaiting.endswith("serve_forever()")]
        line = case.line(waits[0].place) if waits else None
        if line is not None:
            call = case.code.on_line(line, "serve_forever")
            yield case.diagnostic(
                "sequential-awaits",
                f"{quoted(waits[0].awaiting)} never ended: what stood behind it was never run",
                call,
                label="waits here for ever",
                hint="Does a server serve before this line, and what is to go on while it does?",
            )
            return
        for function in _handlers(case):
            kept = [call for call in case.code.calls_of(function.name) if _is_kept(case, call)]
            if kept and not run.by_function(function.name):
                yield case.diagnostic(
                    "coroutine-not-started",
                    f"{quoted(case.code.code(kept[0]))} was put aside for each connection, and did not run",
                    kept[0],
                    label="makes a coroutine object; it does not run yet",
                    hint="What runs a coroutine in the background while other lines go on?",
                )
                return


def gone(case: Case) -> Iterator[Diagnostic]:
    """Name the block of a server, or its `close`, that was over when a client asked for a connection."""
    for run in case.runs:
        outcome = run.trace.outcome
        errors = {outcome.error, *(one.error for one in outcome.held)} if isinstance(outcome, Raised) else set()
        stands = [stand for stand in run.stands if stand.task == 1] if "ConnectionRefusedError" in errors else []
        place = max(stands, key=lambda one: (one.start, len(one.levels))).levels[0].place if stands else None
        line = case.line(place)
        over = _over(case, line) if line is not None else None
        if over is None:
            continue
        last = over.end_lineno or over.lineno
        block = isinstance(over, ast.AsyncWith)
        yield case.diagnostic(
            "unhandled-error",
            f"the server was closed when line {line} waited for its clients: nobody took their connections",
            over,
            label=f"the server is there up to line {last} only" if block else "closed here, before its clients come",
            notes=["Python's words: ConnectionRefusedError: nothing listens at this address"],
            hint="Until when has the server to be there, and which lines run while it is?",
        )
        return


def _over(case: Case, line: int) -> ast.AsyncWith | ast.Call | None:
    """Return what ended a server before a line of the same function: the block round it, or a call of `close`."""
    function = case.code.function_at(line)
    for node in ast.walk(function) if function is not None else ():
        if isinstance(node, ast.AsyncWith) and (node.end_lineno or line) < line:
            used = {name for item in node.items for name in case.code.names_in(item.context_expr)}
            bound = {
                name.id
                for i in node.items
                if i.optional_vars
                for name in ast.walk(i.optional_vars)
                if isinstance(name, ast.Name)
            }
            if any("serve" in name.lower() for name in used) or "port" in bound:
                return node
    servers = {name for call in case.code.calls_of(*SERVERS) for name in case.code.kept_under(call)}
    for call in case.code.calls_of("close", within=function) if function is not None else ():
        if isinstance(call.func, ast.Attribute) and case.code.dotted(call.func.value) in servers and call.lineno < line:
            return call
    return None


def _is_kept(case: Case, call: ast.Call) -> bool:
    outer = case.code.parent(call)
    return isinstance(outer, ast.Call) and case.code.callee(outer).rpartition(".")[2] in ("append", "add")


def _handlers(case: Case) -> Iterator[Function]:
    """Yield the functions that serve connections: those that a server is given, and those that their text calls."""
    for call in case.code.calls_of(*SERVERS):
        given = call.args[0] if call.args else None
        names = case.code.names_in(given) if given is not None else frozenset[str]()
        for name in sorted(names):
            function = case.code.functions.get(name)
            if isinstance(function, ast.AsyncFunctionDef):
                yield function
    for entry in case.evidence.exercise.entry_points:
        function = case.code.functions.get(entry.name)
        if function is not None and "writer" in entry.parameters:
            yield function
