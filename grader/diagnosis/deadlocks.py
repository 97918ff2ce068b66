"""Every task waits, and nothing is left that could wake one: who waits for what, and who should have acted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Answered, Deadlocked, Diagnostic, TaskEnded, Waiter

from .case import Case, Run
from .words import quoted


class Kind(NamedTuple):
    """A sort of wait that can last for ever."""

    code: str
    label: str
    hint: str


_QUEUE = Kind(
    "queue-deadlock",
    "waits for an item that nobody puts",
    "Who still puts something into this queue, and how does this task learn that nothing more comes?",
)
KINDS: dict[str, Kind] = {
    "Queue.get()": _QUEUE,
    "Queue.put()": Kind("queue-deadlock", "waits for room that nobody makes", "Who takes something out of this queue?"),
    "Queue.join()": Kind(
        "missing-task-done",
        "waits until every item is marked done",
        "Which call tells the queue that an item is done, and does every item reach it?",
    ),
    "Lock.acquire()": Kind(
        "lock-deadlock",
        "waits for a lock that is not given back",
        "Who holds this lock at that moment, and what does the holder wait for?",
    ),
    "Semaphore.acquire()": Kind(
        "lock-deadlock",
        "waits for a place that is not given back",
        "Who holds the places at that moment, and when do they give them back?",
    ),
    "Event.wait()": Kind(
        "never-signalled", "waits for an event that nobody sets", "Which line sets this event, and is it reached?"
    ),
    "Condition.wait()": Kind(
        "never-signalled",
        "waits for a notification that nobody sends",
        "Which line notifies this condition, and is it reached?",
    ),
    "Barrier.wait()": Kind(
        "never-signalled",
        "waits for more tasks than ever come",
        "How many tasks does the barrier wait for, and how many get there?",
    ),
    "a future": Kind(
        "never-signalled",
        "waits for a future that nobody completes",
        "Which line sets the result of this future, and is it reached?",
    ),
}
"""By the end of what is awaited."""

_CYCLE = Kind(
    "await-cycle", "waits for a task that waits for this one", "In which order do these tasks need one another?"
)


def deadlock(case: Case) -> Iterator[Diagnostic]:
    """Name the wait that could never end."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked):
            continue
        waiter, kind = _culprit(case, outcome)
        line = case.line(waiter.place) if waiter is not None else None
        what = quoted(waiter.awaiting) if waiter is not None else "something"
        known = waiter is not None and waiter.task.partition("(")[0] in case.known_functions
        name = quoted(waiter.task) if waiter is not None and known else case.subject(run)
        node = _awaited(case, line, waiter.awaiting) if line is not None and waiter is not None else None
        what = quoted(case.code.code(node)) if node is not None else what
        yield case.diagnostic(
            kind.code,
            f"{name} waited for {what}, and nothing was left that could wake it",
            node or (waiter.place if waiter is not None else None),
            label=kind.label,
            notes=_waiters(case, outcome) if len(outcome.waiters) > 1 else [],
            hint=kind.hint,
        )
        return


def _awaited(case: Case, line: int, awaiting: str) -> ast.AST | None:
    """Return the expression on a line that is waited for: a call, or what an `async with` enters."""
    call = case.code.on_line(line, awaiting.rpartition("(")[0].rpartition(".")[2])
    if call is not None:
        return call
    entered = [
        node.items[0].context_expr
        for node in case.code.nodes
        if isinstance(node, ast.AsyncWith) and node.lineno == line
    ]
    return entered[0] if entered else None


def _culprit(case: Case, outcome: Deadlocked) -> tuple[Waiter | None, Kind]:
    """Return the waiter at the end of the chain: the one that waits for a thing, not for another task."""
    own = [waiter for waiter in outcome.waiters if case.line(waiter.place) is not None] or list(outcome.waiters)
    for name, kind in sorted(KINDS.items(), key=lambda item: item[1].code != "missing-task-done"):
        for waiter in own:
            if waiter.awaiting.endswith(name):
                return waiter, kind
    return (own[0] if own else None), _CYCLE


def _waiters(case: Case, outcome: Deadlocked) -> list[str]:
    found = []
    for waiter in outcome.waiters[:4]:
        if waiter.task.partition("(")[0] not in case.known_functions:
            continue
        line = case.line(waiter.place)
        where = f"line {line}: " if line is not None else ""
        found.append(f"{where}{quoted(waiter.task)} waited for {quoted(waiter.awaiting)}")
    return found


def cleanup(case: Case) -> Iterator[Diagnostic]:
    """Name a place or lock that was not given back when the work failed or was cancelled."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked) or not any(w.awaiting.endswith(".acquire()") for w in outcome.waiters):
            continue
        how = _went_wrong(run)
        acquire = next((call for call in case.code.calls_of("acquire") if case.code.is_awaited(call)), None)
        if how is None or acquire is None or _is_protected(case, acquire):
            continue
        owner = quoted(case.code.dotted(acquire.func).rpartition(".")[0] or "the lock")
        release = next(iter(case.code.calls_of("release")), None)
        yield case.diagnostic(
            "cleanup-missing",
            f"{owner} was not given back when the work {how}, and the next task waited for ever",
            release or acquire,
            label="not reached when the lines before it raise"
            if release is not None
            else "taken here, and never given back",
            notes=_waiters(case, outcome),
            hint="Which statement runs its block whatever happens: a result, an error, a cancellation?",
        )
        return


def _went_wrong(run: Run) -> str | None:
    for event in run.trace.events:
        match event:
            case Answered(how="raised") | TaskEnded(how="raised"):
                return "failed"
            case Answered(how="cancelled") | TaskEnded(how="cancelled"):
                return "was cancelled"
            case _:
                pass
    return None


def _is_protected(case: Case, acquire: ast.Call) -> bool:
    """Whether a `finally` gives back what was acquired."""
    owner = case.code.dotted(acquire.func).rpartition(".")[0]
    for call in case.code.calls_of("release"):
        if case.code.dotted(call.func).rpartition(".")[0] != owner:
            continue
        for outer in case.code.around(call):
            if isinstance(outer, ast.Try) and any(call in ast.walk(statement) for statement in outer.finalbody):
                return True
    return False
