"""What `asyncio.wait` gives back is misread: the tasks that have ended, and those that have not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, LeftBehind, Raised, Resumed, Suspended, TaskEnded, seconds
from grader.trace import Stand

from .case import Case, Run
from .tasks import unfinished
from .words import quoted


def not_pending(case: Case) -> Iterator[Diagnostic]:
    """Name an `asyncio.wait` that came back before all had ended, and whose unfinished tasks were left."""
    for run in case.runs:
        behind = {event.task for event in run.events(LeftBehind)}
        for event in run.events(Suspended) if not _is_stopped_by_a_wait(run) else ():
            if not event.awaiting.startswith(("asyncio.wait(", "asyncio._wait(")):
                continue
            left = behind or _went_on(run, event)
            if not left & set(event.on):
                continue
            line = case.line(event.place)
            call = case.code.on_line(line, "wait") if line is not None else None
            limited = call is not None and any(keyword.arg == "timeout" for keyword in call.keywords)
            name = run.names[min(left & set(event.on))]
            yield case.diagnostic(
                "task-not-cancelled" if limited or run.is_cancelled_in_the_reference(name) else "wait-misuse",
                f"`asyncio.wait` was cancelled, and {quoted(name)} went on"
                if _was_cancelled_in(run, event)
                else f"`asyncio.wait` came back before {quoted(name)} had ended",
                call or event.place,
                label="the tasks still pending are left as they are",
                notes=unfinished(run),
                hint="When does this `wait` come back, and what happens to the tasks that are still pending then?",
            )
            return


def _is_stopped_by_a_wait(run: Run) -> bool:
    """Whether the wait for a cancelled task ended a run: it had begun to deal with those that were pending."""
    return isinstance(run.trace.outcome, Raised) and run.trace.outcome.error == "CancelledError"


def pending_unread(case: Case) -> Iterator[Diagnostic]:
    """Ask about a `wait` of a script that came back early, and whose unfinished tasks nobody looked at again."""
    read = {node.id for node in case.code.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for run in case.runs if case.is_script else ():
        for stand in run.stands:
            line = case.line(stand.levels[-1].place)
            call = case.code.on_line(line, "wait") if line is not None else None
            pending = _second_name(case, call) if call is not None else None
            if call is None or pending is None or pending in read or stand.end is None:
                continue
            later = run.trace.events[stand.end :]
            awaited = {task for event in later if isinstance(event, Suspended) for task in event.on}
            over = run.trace.events[stand.end].time
            going_on = [
                event
                for event in later
                if isinstance(event, TaskEnded) and event.task in _waited_for(run, stand) and event.time > over
            ]
            left = [event for event in going_on if event.how == "returned" and event.task not in awaited]
            if left:
                name = quoted(run.names.get(left[0].task, "a task"))
                limited = any(keyword.arg == "timeout" for keyword in call.keywords)
                yield case.diagnostic(
                    "task-not-cancelled" if limited else "wait-misuse",
                    f"`asyncio.wait` came back at t={seconds(over)}; {name} went on until t={seconds(left[0].time)}",
                    call,
                    label="the tasks still pending are left as they are",
                    notes=[f"nothing reads `{pending}` after this line"],
                    hint="When does this `wait` come back, and what happens to the tasks that are still pending then?",
                    certain=False,
                )
                return


def _second_name(case: Case, call: ast.Call) -> str | None:
    """Return the name that the unfinished tasks of a `wait` are given."""
    for outer in case.code.around(call):
        match outer:
            case ast.Assign(targets=[ast.Tuple(elts=[_, ast.Name(id=name)])]):
                return name
            case ast.stmt():
                return None
    return None


def _waited_for(run: Run, stand: Stand) -> set[int]:
    """Return the tasks that a wait was for."""
    event = run.trace.events[stand.start]
    return set(event.on) if isinstance(event, Suspended) else set()


def _was_cancelled_in(run: Run, wait: Suspended) -> bool:
    """Whether a task was cancelled in a wait, its last one."""
    ended = run.ends.get(wait.task)
    last = [event for event in run.events(Suspended) if event.task == wait.task][-1]
    return ended is not None and ended.how == "cancelled" and last is wait


def _went_on(run: Run, wait: Suspended) -> set[int]:
    """Return the tasks that came to their end after a wait, and that the expected run cancels."""
    events = run.trace.events[run.trace.events.index(wait) :]
    back = next((n for n, e in enumerate(events) if isinstance(e, Resumed) and e.task == wait.task), len(events))
    later = {event.task for event in events[back:] if isinstance(event, TaskEnded)}
    return {
        number
        for number, ended in run.ends.items()
        if ended.how == "returned"
        and number in later
        and run.names.get(number, "") not in run.cancelled_calls
        and run.is_cancelled_in_the_reference(run.names.get(number, ""))
    }


def waited_again(case: Case) -> Iterator[Diagnostic]:
    """Name a loop that waits for the first of the same tasks again and again, of which one has ended."""
    for run in case.runs:
        for _, place in case.pollers(run)[:1]:
            line = case.line(place)
            loop = case.code.loop_at(line) if line is not None else None
            if not isinstance(loop, ast.While):
                continue
            for call in case.code.calls_of("wait", within=loop):
                if case.code.is_awaited(call) and call.args and _first(call) and not _is_bound_in(case, call, loop):
                    yield case.diagnostic(
                        "wait-misuse",
                        f"{quoted(case.code.code(call.args[0]))} held a task that had ended: `wait` came back at once",
                        call,
                        label="waits for the first of the same tasks in each turn",
                        hint="Which of these tasks can still be waited for, once the first one has ended?",
                    )
                    return


def _first(call: ast.Call) -> bool:
    """Whether a `wait` comes back when the first task has ended."""
    return any(word.arg == "return_when" and "FIRST_" in ast.unparse(word.value) for word in call.keywords)


def _is_bound_in(case: Case, call: ast.Call, loop: ast.While) -> bool:
    """Whether a loop binds or changes what a `wait` in it is given."""
    names = case.code.names_in(call.args[0])
    changed = [node for node in ast.walk(loop) if isinstance(node, ast.Name | ast.Attribute)]
    return any(
        (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in names)
        or (isinstance(node, ast.Attribute) and case.code.dotted(node.value) in names)
        for node in changed
    )


def one_of_done(case: Case) -> Iterator[Diagnostic]:
    """Name one task that was taken of those that had ended, where the results of others are missing."""
    for run in case.failed_runs:
        printed = {line.text for line in run.lines}
        if all(line.text in printed for line in run.expected_lines):
            continue
        for node in case.code.nodes:
            match node:
                case ast.Assign(
                    targets=[ast.Tuple(elts=[ast.Name(id=done), _])], value=ast.Await(value=ast.Call() as call)
                ) if case.code.callee(call).rpartition(".")[2] == "wait":
                    taken = _taken(case, done)
                case _:
                    continue
            if taken is not None:
                yield case.diagnostic(
                    "wait-misuse",
                    f"{quoted(case.code.code(taken))} took one of the tasks that had ended; there can be several",
                    taken,
                    label="the others are never looked at",
                    hint=f"How many tasks can `{done}` hold when `wait` comes back?",
                )
                return


def _taken(case: Case, done: str) -> ast.Call | None:
    """Return the only use of a set, where that takes one thing out of it."""
    read = [node for node in case.code.nodes if isinstance(node, ast.Name) and node.id == done]
    uses = [node for node in read if isinstance(node.ctx, ast.Load)]
    for node in uses if len(uses) == 1 else ():
        outer = case.code.parent(node)
        call = case.code.parent(outer) if outer is not None else None
        if isinstance(outer, ast.Attribute) and outer.attr == "pop" and isinstance(call, ast.Call):
            return call
        if isinstance(outer, ast.Call) and case.code.callee(outer) == "iter" and isinstance(call, ast.Call):
            return call if case.code.callee(call) == "next" else None
    return None
