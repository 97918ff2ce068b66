"""Locks, limits and workers that let too few through, or too many."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from grader.model import Diagnostic, Part, Place, Span, Taken, seconds
from grader.trace import most_at_once

from .case import Case, Run
from .lateness import TOLERANCE, Late, began_late, came_late, of, pairs, shared_functions
from .source import Function
from .tasks import is_endless
from .words import counted, quoted

LIMITERS = ("Semaphore", "BoundedSemaphore", "Lock", "CapacityLimiter")
TAKES = ("get", "get_nowait", "pop", "popleft", "__anext__", "anext", "next")


def over_serialised(case: Case) -> Iterator[Diagnostic]:
    """Name a lock, a limit or a worker that let fewer through than could have been under way."""
    found = list(began_late(case.runs))
    barrier = any(late.kind == "barrier" and case.line(late.part.place) is not None for late, _ in found)
    for late, span in found:
        worker = late.kind in ("call", "queue") and not barrier and is_worker(case, late, span)
        own = own_limiter(case, late.part)
        if own is not None:
            yield case.diagnostic("over-serialised", late.fact, own, label="lets too few through", hint=_TOO_FEW)
            return
        if late.kind != "lock" and not worker:
            continue
        function = late.what.partition("(")[0]
        most = most_at_once(late.run.by_function(function))
        possible = most_at_once(of(late.run.expected, function))
        were = f"{counted(most, 'call')} of `{function}` {'was' if most == 1 else 'were'}"
        fewer = f"at most {were} under way at once; {possible} were possible"
        yield _serialised(case, late, fewer if most < possible else late.fact, worker=worker)
        return
    for late in came_late(case.runs):
        if late.kind == "lock":
            yield _serialised(case, late, late.fact, worker=False)
            return


_TOO_FEW = "How many may pass at the same time, and which part of the work really has to be alone?"


def own_limiter(case: Case, part: Part) -> ast.AST | None:
    """Return the program's own `__aenter__` that was waited in."""
    owner, _, method = part.what.partition("(")[0].rpartition(".")
    if method != "__aenter__":
        return None
    classes = [node for node in case.code.nodes if isinstance(node, ast.ClassDef) and node.name == owner]
    methods = [node for found in classes for node in found.body if isinstance(node, ast.AsyncFunctionDef)]
    return next((node for node in methods if node.name == method), None)


def workers(case: Case) -> Iterator[Diagnostic]:
    """Name more workers, or fewer, than were asked for: calls that never end by themselves."""
    for run in case.failed_runs:
        for function in shared_functions(run):
            actual, expected = most_at_once(of(run.spans, function)), most_at_once(of(run.expected, function))
            calls = case.code.calls_of(function.rpartition(".")[2])
            if actual == expected or not calls or not is_endless(case, function):
                continue
            more = actual > expected
            were = f"{counted(actual, 'call')} of `{function}` {'was' if actual == 1 else 'were'} under way at once"
            yield case.diagnostic(
                "unbounded-concurrency" if more else "over-serialised",
                f"{were}, where {expected} {'was' if expected == 1 else 'were'} asked for",
                calls[0],
                label="starts a worker, which never ends by itself",
                hint="How many workers does the exercise ask for, and what decides how many there are?",
            )
            return


def _serialised(case: Case, late: Late, message: str, *, worker: bool) -> Diagnostic:
    held = f"{quoted(late.waiter.label)} waited in {quoted(late.part.what)} until t={seconds(late.part.end)}"
    one_worker = "How many workers take from it, and how many pieces of work could be under way?"
    block = _locked_block(case, late.part)
    label = "takes one piece of work at a time" if worker else "lets too few through"
    return case.diagnostic(
        "over-serialised",
        message,
        block or _limiter(case, late.part) or late.part.place,
        label=label if block is None else "all of this block is done by one task at a time",
        notes=[] if worker else [held],
        hint=one_worker if worker else _TOO_FEW,
    )


def _locked_block(case: Case, part: Part) -> ast.expr | None:
    """Return the lock that an `async with` enters: it lets one through, so what counts is what is done under it."""
    line = case.line(part.place)
    entered = [
        node.items[0].context_expr
        for node in case.code.nodes
        if isinstance(node, ast.AsyncWith) and node.lineno == line and len(node.items) == 1
    ]
    return entered[0] if entered and part.what == "Lock.acquire()" else None


def _limiter(case: Case, part: Part) -> ast.Call | None:
    made = case.code.calls_of(*LIMITERS)
    return made[0] if len(made) == 1 and part.what.endswith(".acquire()") else None


def unbounded(case: Case) -> Iterator[Diagnostic]:
    """Name more calls under way at once in the whole program than the exercise allows."""
    yield from _too_many(case, [run for run in case.runs if run.trace.target == "main()"])


def made_anew(case: Case) -> Iterator[Diagnostic]:
    """Name a limit that every call of a script's function makes for itself: each is taken once, and nobody waits."""
    for run in case.runs if case.is_script else ():
        takers: dict[int, set[int | None]] = {}
        for event in run.events(Taken):
            takers.setdefault(event.thing, set()).add(event.task)
        for call in case.code.calls_of(*LIMITERS):
            function = case.code.function_of(call)
            lines = range(function.lineno, (function.end_lineno or 0) + 1) if function is not None else range(0)
            things = {event.thing for event in run.events(Taken) if case.line(event.place) in lines}
            most = most_at_once(run.by_function(function.name)) if function is not None else 0
            shared = any(len(takers[thing]) > 1 for thing in things)
            if function is None or most < 2 or len(things) < 2 or shared or len(case.code.calls_of(*LIMITERS)) > 1:
                continue
            yield case.diagnostic(
                "unbounded-concurrency",
                f"{quoted(case.code.code(call))} was made anew in each call of `{function.name}`: it kept nobody out",
                call,
                label="a new one for every call: nobody shares it",
                notes=[f"{most} calls of `{function.name}` were under way at once"],
                hint="How many tasks share one limit, and where is it made?",
            )
            return


def made_for_each_object(case: Case) -> Iterator[Diagnostic]:
    """Name a semaphore that every object makes for itself, where each object is used once: nobody shares it."""
    for run in case.runs if case.is_script else case.failed_runs:
        takers: dict[int, set[int | None]] = {}
        for event in run.events(Taken):
            takers.setdefault(event.thing, set()).add(event.task)
        made = case.code.calls_of(*LIMITERS)
        function = case.code.function_of(made[0]) if len(made) == 1 else None
        owner = case.code.parent(function) if function is not None and function.name == "__init__" else None
        if not isinstance(owner, ast.ClassDef) or case.code.callee(made[0]).endswith("Lock"):
            continue
        lines = range(owner.lineno, (owner.end_lineno or 0) + 1)
        things = {event.thing for event in run.events(Taken) if case.line(event.place) in lines}
        calls = [span for span in run.spans if span.function.partition(".")[0] == owner.name and span.parts]
        most = most_at_once(calls)
        if most < 2 or len(things) < 2 or any(len(takers[thing]) > 1 for thing in things):
            continue
        yield case.diagnostic(
            "unbounded-concurrency",
            f"{quoted(case.code.code(made[0]))} was made anew for each `{owner.name}`: it kept nobody out",
            made[0],
            label="a new one for every object: nobody shares it",
            notes=[f"{most} calls of its methods were under way at once"],
            hint="How many tasks share one limit, and where is it made?",
            certain=not case.is_script,
        )
        return


def unbounded_in_a_check(case: Case) -> Iterator[Diagnostic]:
    """Name the same where a check runs the program's functions in its own way."""
    yield from _too_many(case, [run for run in case.runs if run.trace.target != "main()"])


def _too_many(case: Case, runs: Sequence[Run]) -> Iterator[Diagnostic]:
    for run in runs:
        if not any(".acquire()" in part.what or "Queue" in part.what for span in run.expected for part in span.parts):
            continue
        for function in shared_functions(run):
            actual, expected = of(run.spans, function), of(run.expected, function)
            most, allowed = most_at_once(actual), most_at_once(expected)
            early = [one for one, other in pairs(run, function) if one.start < other.start - TOLERANCE]
            if most > allowed and early and not any(part.what.endswith("acquire()") for part in early[0].parts):
                yield _unbounded(case, run, function, most, allowed, early[0])
                return


def _unbounded(case: Case, run: Run, function: str, most: int, allowed: int, early: Span) -> Diagnostic:
    made = case.code.calls_of(*LIMITERS)
    anew = [call for call in made if _is_made_anew(case, run, call)]
    too_many = [call for call in made if _number(call) >= most]
    twice = _released_twice(case)
    node: ast.AST | Place | None = early.place
    label = "nothing limits how many begin" if not made else "this is not done under the limit"
    if anew:
        node, label = anew[0], "a new one for every call: nobody shares it"
    elif too_many:
        node, label = too_many[0], "lets this many through"
    elif twice is not None:
        node, label = twice, "gives back a place once more than it was taken"
    ask = "How many tasks share one limit, and what do they do while they hold it?"
    if twice is not None and not anew:
        ask = "How many places does one call take, and how many does it give back?"
    limit = f"{allowed} {'was' if allowed == 1 else 'were'} allowed"
    return case.diagnostic(
        "unbounded-concurrency",
        f"{most} calls of `{function}` were under way at once, where {limit}",
        node,
        label=label,
        notes=[f"{quoted(early.label)} began at t={seconds(early.start)} already"],
        hint=ask if made else "What could make a task wait while enough others are under way?",
    )


def without_room(case: Case) -> Iterator[Diagnostic]:
    """Name a queue that never made anybody wait for room, where work came early for want of that."""
    for run in case.failed_runs:
        usual = {span.function for span in run.expected if any(_is_put(part) for part in span.parts)}
        waited = any(_is_put(part) for span in run.spans for part in span.parts if span.function in usual)
        early = _early(run) if usual and not waited else None
        if early is None:
            continue
        made = case.code.calls_of("Queue")
        sized = [call for call in made if call.args or call.keywords]
        yield case.diagnostic(
            "unbounded-concurrency",
            f"{early}: nobody had to wait for room in a queue",
            (sized or made or (None,))[0],
            label="has room for this many" if sized else "a queue without a size is never full",
            hint="How far may one part of the work run ahead of the next one, and what makes it wait?",
        )
        return


def _is_put(part: Part) -> bool:
    return part.what.endswith("Queue.put()")


def _early(run: Run) -> str | None:
    """Tell the first call, or line, that came earlier than the reference's."""
    for function in shared_functions(run):
        for actual, expected in pairs(run, function):
            if actual.start < expected.start - TOLERANCE:
                return f"{quoted(actual.label)} began at t={seconds(actual.start)}, not t={seconds(expected.start)}"
    due = {line.text: line.time for line in run.expected_lines}
    for line in run.lines:
        if line.time < due.get(line.text, line.time) - TOLERANCE:
            return f"{quoted(line.text)} came at t={seconds(line.time)}, not t={seconds(due[line.text])}"
    return None


def _is_made_anew(case: Case, run: Run, call: ast.Call) -> bool:
    """Whether a limiter is made in a function of which several calls are under way at once, or once in each turn."""
    function = case.code.function_of(call)
    if function is not None and most_at_once(run.by_function(function.name)) > 1:
        return True
    loop = case.code.loop_of(call)
    if loop is None:
        return False
    names = case.code.kept_under(call)
    return any(
        case.code.loop_of(taker) is loop
        and any(call in ast.walk(given) or names & case.code.names_in(given) for given in taker.args)
        for taker in case.code.calls_of(*case.known_functions, within=loop)
    )


def _released_twice(case: Case) -> ast.Call | None:
    """Return a `release` of what is given back by itself, or in a `finally`, all the same."""
    releases = case.code.calls_of("release")
    for release in releases:
        owner = _owner(case, release)
        for outer in case.code.around(release):
            if isinstance(outer, Function):
                break
            if isinstance(outer, ast.AsyncWith) and any(
                owner == case.code.code(item.context_expr) for item in outer.items
            ):
                taken = case.code.calls_of("acquire", within=outer)
                if not any(_owner(case, acquire) == owner for acquire in taken):
                    return release
            if isinstance(outer, ast.Try) and any(
                _owner(case, other) == owner
                and any(other in ast.walk(statement) for statement in outer.finalbody)
                and not any(release in ast.walk(statement) for statement in outer.finalbody)
                for other in releases
            ):
                return release
    return None


def _owner(case: Case, call: ast.Call) -> str:
    """Return the text of the object whose method is called."""
    return case.code.code(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def _number(call: ast.Call) -> int:
    """Return how many a limiter lets through, where that is written down."""
    value = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else 0
    return value if isinstance(value, int) else 0


def is_worker(case: Case, late: Late, span: Span) -> bool:
    """Whether the waiter is a worker: its loop takes the next piece of work from somewhere."""
    line = case.line(late.part.place)
    loop = case.code.loop_at(line) if line is not None and late.waiter.function != "main" else None
    if isinstance(loop, ast.AsyncFor) or (isinstance(loop, ast.While) and case.code.calls_of(*TAKES, within=loop)):
        return True
    work = [other for other in late.run.by_function(span.function) if other.parent == late.waiter.call]
    return late.waiter.task != 1 and len(work) > 1 and most_at_once(late.run.by_function(late.waiter.function)) > 1
