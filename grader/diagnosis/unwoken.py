"""Deadlocks whose cause lies before the wait: an event shut again, another one set, a worker that had ended.

What the waiting task needed, and who had a hand in it, the run says.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Deadlocked, Diagnostic, LeftBehind, Waiter

from .case import Case, Run
from .deadlocks import told
from .source import Function
from .words import plain, quoted


def _waits(case: Case, awaiting: str) -> Iterator[tuple[Run, Deadlocked, Waiter]]:
    """Yield the waits of one kind in deadlocks."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Deadlocked):
            yield from ((run, outcome, waiter) for waiter in outcome.waiters if waiter.awaiting.endswith(awaiting))


def shut_again(case: Case) -> Iterator[Diagnostic]:
    """Name the `clear` right behind the `set` of an event, for which a task came to wait later."""
    for _, outcome, waiter in _waits(case, "Event.wait()"):
        for helper in waiter.on:
            line = case.line(helper.place)
            cleared = case.code.on_line(line, "clear") if helper.how == "clear" and line is not None else None
            if cleared is None or not _stands_behind_its_set(case, cleared):
                continue
            event = quoted(case.code.dotted(cleared.func, {}).rpartition(".")[0])
            yield case.diagnostic(
                "never-signalled",
                f"{event} was set and cleared again at once, and who came to wait for it after that waited for ever",
                cleared,
                label="from here on it is as if nobody had set it",
                notes=told(case, outcome),
                hint="For whom is the event set: for those who wait at that moment, or for all who come later, too?",
            )
            return


def _stands_behind_its_set(case: Case, cleared: ast.Call) -> bool:
    """Whether the statement before a `clear` sets the same event."""
    owner = case.code.dotted(cleared.func, {}).rpartition(".")[0]
    statement = case.code.parent(cleared)
    outer = case.code.parent(statement) if statement is not None else None
    for _, block in ast.iter_fields(outer) if outer is not None else ():
        if isinstance(block, list) and statement in block:
            before = block[: block.index(statement)][-1:]
            return any(case.code.dotted(c.func, {}) == f"{owner}.set" for s in before for c in _calls(s))
    return False


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))


_SIGNALS = {
    "Event.wait()": ("Event", ("set",), "an Event", "set"),
    "Condition.wait()": ("Condition", ("notify", "notify_all"), "a Condition", "notified"),
}
"""What is waited for -> its class, what wakes the one who waits, and both in words."""


def another_one(case: Case) -> Iterator[Diagnostic]:
    """Name the line that makes a second event of a name: it was set, and a task waited for the other one."""
    for awaiting, (kind, wakers, one, done) in _SIGNALS.items():
        for run, outcome, _ in _waits(case, awaiting):
            for waker in case.code.calls_of(*wakers):
                name = waker.func.value.id if _is_of_a_name(waker) else ""  # type: ignore[attr-defined]
                function = case.code.function_of(waker)
                made = [call for call in case.code.calls_of(kind) if name and name in _names(case, call)]
                own = [call for call in made if case.code.function_of(call) is function]
                if function is None or not own or len(made) == len(own) or not _was_called(case, run, function, waker):
                    continue
                others = [call.lineno for call in made if call not in own]
                yield case.diagnostic(
                    "never-signalled",
                    f"`{function.name}` made {one} `{name}` of its own, and {done} that: another one was waited for",
                    own[0],
                    label=f"a second `{name}`: line {others[0]} makes another one",
                    notes=told(case, outcome),
                    hint=f"How many objects are called `{name}` here, and which of them does each function mean?",
                )
                return


def _names(case: Case, call: ast.Call) -> set[str]:
    """Return the names, and the attributes, under which what a call makes is kept."""
    outer = case.code.parent(call)
    targets = outer.targets if isinstance(outer, ast.Assign) else []
    return {case.code.dotted(target, {}).rpartition(".")[2] for target in targets}


def _is_of_a_name(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)


def _was_called(case: Case, run: Run, function: Function, waker: ast.Call) -> bool:
    """Whether a run got past a call: its function ended, or waits below it, and nothing decides about the call."""
    decided = (ast.If, ast.While, ast.ExceptHandler)
    if any(isinstance(outer, decided) for outer in case.code.around(waker)):
        return False
    below = any(
        (case.line(stand.levels[-1].place) or 0) > waker.lineno
        for stand in run.stands
        if stand.levels[-1].call.function.rpartition(".")[2] == function.name
    )
    spans = (span for span in run.spans if span.function.rpartition(".")[2] == function.name)
    return below or any(span.finished for span in spans)


def worker_failed(case: Case) -> Iterator[Diagnostic]:
    """Name the error that ended a worker, with an item in hand that nobody could mark done then."""
    for run, outcome, waiter in _waits(case, "Queue.join()"):
        done = {helper.number: helper.count for helper in waiter.on if helper.how == "done"}
        for helper in waiter.on:
            end = run.ends.get(helper.number or 0)
            if helper.how != "get" or end is None or end.how != "raised":
                continue
            if helper.count <= done.get(helper.number, 0):
                continue
            stands = [stand for stand in run.stands if stand.task == helper.number]
            place = max(stands, key=lambda one: one.start).levels[0].place if stands else helper.place
            line = case.line(place)
            error = f"{'an' if end.detail[0] in 'AEIOU' else 'a'} {end.detail.partition(':')[0]}"
            mark = next((call for call in case.code.calls_of("task_done") if line and call.lineno > line), None)
            yield case.diagnostic(
                "missing-task-done",
                f"{_name(case, helper.task)} ended by {error} with an item in hand, which was never marked done",
                mark or place,
                label=f"not reached: the error came on line {line}, or between" if mark else "its last wait",
                notes=[f"it raised {plain(end.detail)}", *told(case, outcome)],
                hint="What becomes of the item in hand when the work on it raises, and who is to know of the error?",
            )
            return


def _name(case: Case, task: str) -> str:
    return quoted(task) if case.knows(task) else "a worker"


_WAKES = {
    "a future": ("set_result", "set_exception"),
    "Event.wait()": ("set",),
    "Queue.get()": ("put", "put_nowait"),
    "Queue.put()": ("get", "get_nowait"),
    "Queue.join()": ("task_done",),
}
"""What ends a wait, by the end of what is awaited."""


def ended_with_its_loop(case: Case) -> Iterator[Diagnostic]:
    """Name the second event loop of a script, in which a task waits for one that ended with the first."""
    for awaiting, wakers in _WAKES.items():
        for run, outcome, waiter in _waits(case, awaiting) if case.is_script else ():
            begun = run.tasks.get(waiter.number or 0)
            for left in run.events(LeftBehind) if begun is not None and begun.parent is None else ():
                name = run.names.get(left.task, "")
                function = case.code.functions.get(name.partition("(")[0].rpartition(".")[2])
                wakes = case.code.calls_of(*wakers, within=function) if function is not None else ()
                if begun is None or begun.task < left.task or not wakes:
                    continue
                line = case.line(begun.place)
                yield case.diagnostic(
                    "wrong-loop",
                    f"{quoted(name, 40)} ended with the first event loop, and was waited for in another one",
                    (case.code.on_line(line, "run", "run_until_complete") if line else None) or begun.place,
                    label="an event loop of its own: no task of another one is in it",
                    notes=[
                        f"line {wakes[0].lineno} of {quoted(name, 40)} would have ended the wait, and never came to it",
                        *told(case, outcome),
                    ],
                    hint="What ends when `asyncio.run` comes back, and how many event loops does this program need?",
                )
                return
