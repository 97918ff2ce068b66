"""Every task waits, and nothing is left that could wake one: who waits for what, and who should have acted."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.model import Blocked, Deadlocked, Diagnostic, Waiter
from grader.trace import circle, reason

from .case import Case, Run
from .queues import passed_by
from .words import HEADLINE, listed, quoted


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
_LINE = Kind(
    "stream-hang",
    "waits for the end of a line that nobody sends",
    "What marks the end of a message here, and does each side send it before it waits for the other?",
)
_BYTES = Kind(
    "stream-hang",
    "waits for bytes, or an end, that nobody sends",
    "How does this read know that it has everything, and who closes the connection, or says how much there is?",
)
KINDS: dict[str, Kind] = {
    "StreamReader.read()": _BYTES,
    "StreamReader.readexactly()": _BYTES,
    "StreamReader.readuntil()": _LINE,
    "StreamReader.readline()": _LINE,
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
"""By the end of what is awaited; the first that a task waits for is told. A server waits for lines as a rule."""

MOST_WAITERS = 4
"""Tasks of which it is told what they waited for."""

_CYCLE = Kind(
    "await-cycle", "waits for a task that waits for this one", "In which order do these tasks need one another?"
)
_ELSEWHERE = Kind(
    "never-signalled",
    "waits for what only other code brings, and none of it is left",
    "Which code was to bring what this line waits for, or to say that nothing more comes, and what became of it?",
)
"""A wait inside a library, which is for no task."""


def deadlock(case: Case) -> Iterator[Diagnostic]:
    """Name the wait that could never end."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Deadlocked) or _on_the_thread(run, outcome) or _is_interrupted(case, outcome):
            continue
        found = (
            _runs_forever(case, outcome)
            or _no_place(case, outcome)
            or _held_by_itself(case, outcome)
            or _line_without_end(case, outcome)
            or _circle(case, outcome)
        )
        if found is not None:
            yield found
            return
        waiter, kind = _culprit(case, outcome)
        line = case.line(waiter.place) if waiter is not None else None
        what = quoted(waiter.awaiting) if waiter is not None else "something"
        known = waiter is not None and case.knows(waiter.task)
        name = quoted(waiter.task) if waiter is not None and known else case.subject(run)
        node = _awaited(case, line, waiter.awaiting) if line is not None and waiter is not None else None
        if kind.code == "missing-task-done" and line is None:
            node = next(iter(case.code.calls_of("task_done")), None)
            yield case.diagnostic(
                kind.code,
                "the queue waited until every item is marked done, and one of them never was",
                node or next(iter(case.code.calls_of("get")), None),
                label="not reached for every item" if node is not None else "takes an item, and nothing marks it done",
                notes=told(case, outcome),
                hint=kind.hint,
            )
            return
        if kind.code == "missing-task-done" and (passed := passed_by(case, name, told(case, outcome))) is not None:
            yield passed
            return
        what = quoted(case.code.code(node)) if node is not None else what
        headline = f"{name} waited for {what}, and nothing was left that could wake it"
        if len(headline) > HEADLINE and waiter is not None:
            headline = f"`{_bare(waiter.task)}` waited for `{_bare(waiter.awaiting)}`, which could not come any more"
        yield case.diagnostic(
            kind.code,
            headline,
            node or (waiter.place if waiter is not None else None),
            label=kind.label,
            notes=[
                *told(case, outcome),
                *_itself(case, node),
                *_set_below(case, outcome, kind),
                *_ended_alike(run, waiter, kind),
            ],
            hint=kind.hint,
        )
        return


def _itself(case: Case, awaited: ast.AST | None) -> list[str]:
    """Say that a task waits for itself, where it waits for all that there are."""
    waits = case.code.calls_of("all_tasks", within=awaited) if awaited is not None else ()
    return ["`all_tasks()` gives every task, also the one that asks"] if waits else []


def _set_below(case: Case, outcome: Deadlocked, kind: Kind) -> list[str]:
    """Say of the line that sets an event that it stands below a wait which has not ended."""
    for call in case.code.calls_of("set") if kind is KINDS["Event.wait()"] else ():
        function = case.code.function_of(call)
        for waiter in outcome.waiters if function is not None and case.code.loop_of(call) is None else ():
            line = case.line(waiter.place)
            inside = line is not None and case.code.function_at(line) is function and line < call.lineno
            if inside and not waiter.awaiting.startswith("Event"):
                return [f"line {call.lineno} sets it; `{waiter.task}` waits on line {line}, and has not got there"]
    return []


def _ended_alike(run: Run, waiter: Waiter | None, kind: Kind) -> list[str]:
    """Say of a task that waits for an item that others of its function had ended: a mark of the end had come."""
    function = waiter.task.partition("(")[0] if waiter is not None and kind is _QUEUE else ""
    ended = [
        quoted(run.names[task]) for task in run.ends if function and run.names.get(task, "").startswith(f"{function}(")
    ]
    return [f"{listed(ended[:4])} had ended by then, of the same function"] if ended else []


def _bare(call: str) -> str:
    """Write a call without its arguments.

    >>> _bare("main()"), _bare("eat('soup', 2)")
    ('main()', 'eat(…)')
    """
    name, bracket, inside = call.partition("(")
    return f"{name}(…)" if len(inside) > 1 else name + bracket + inside


def _on_the_thread(run: Run, outcome: Deadlocked) -> bool:
    """Tell whether a call holds the event loop's own thread: that is what is told of it."""
    held = outcome.waiters[0] if outcome.waiters else None
    return held is not None and any(
        (event.what, event.place) == (held.awaiting, held.place) for event in run.events(Blocked)
    )


def _is_interrupted(case: Case, outcome: Deadlocked) -> bool:
    """Whether nothing is left but a loop that runs for ever, and the script says that Ctrl-C ends it."""
    calls = case.code.calls_of("run_forever") if case.is_script and not outcome.waiters else ()
    tries = (outer for call in calls for outer in case.code.around(call) if isinstance(outer, ast.Try))
    kinds = (handler.type for outer in tries for handler in outer.handlers if handler.type is not None)
    return any("KeyboardInterrupt" in case.code.code(kind) for kind in kinds)


def _runs_forever(case: Case, outcome: Deadlocked) -> Diagnostic | None:
    """Name an event loop that went on when every task had ended."""
    calls = case.code.calls_of("run_forever")
    if outcome.waiters or not calls:
        return None
    return case.diagnostic(
        "never-ends",
        f"{quoted(case.code.code(calls[0]))} went on after every task had ended: it never stops by itself",
        calls[0],
        label="runs until something calls `stop`",
        hint="What is the loop to run until, and which call runs it until exactly then?",
    )


def _no_place(case: Case, outcome: Deadlocked) -> Diagnostic | None:
    """Name a semaphore that was made without any place, where nobody makes one."""
    made = case.code.calls_of(*_LIMITERS)
    waits = any(waiter.awaiting == "Semaphore.acquire()" for waiter in outcome.waiters)
    if not waits or len(made) != 1 or case.code.calls_of("release"):
        return None
    given = [*made[0].args, *(keyword.value for keyword in made[0].keywords if keyword.arg == "value")]
    if not given or not isinstance(given[0], ast.Constant) or given[0].value != 0:
        return None
    return case.diagnostic(
        "lock-deadlock",
        f"{quoted(case.code.code(made[0]))} had no place at all, so nobody got in",
        made[0],
        label="no place at all",
        notes=told(case, outcome),
        hint="How many may pass at the same time, and which number says so?",
    )


def _line_without_end(case: Case, outcome: Deadlocked) -> Diagnostic | None:
    """Name what was written without the end of a line to a reader who waits for one."""
    reading = [waiter for waiter in outcome.waiters if waiter.awaiting in _READ_LINES and waiter.length]
    for writing in outcome.waiters if len(reading) == 1 else ():
        line = case.line(writing.place)
        function = case.code.function_at(line) if line is not None else None
        calls = case.code.calls_of("write", within=function) if function is not None and line is not None else ()
        sent = [call for call in calls if call.lineno < (line or 0) and "\\n" not in case.code.code(call)]
        if writing is reading[0] or not sent:
            continue
        wrote = case.code.code(sent[-1])
        return case.diagnostic(
            _LINE.code,
            f"{quoted(wrote, 40)} sent no end of a line, and `{_bare(reading[0].task)}` waited for one",
            sent[-1],
            label="no end of a line",
            notes=told(case, outcome),
            hint=_LINE.hint,
        )
    return None


_READ_LINES = ("StreamReader.readline()", "StreamReader.readuntil()")


def _held_by_itself(case: Case, outcome: Deadlocked) -> Diagnostic | None:
    """Name a wait for a lock, or a place, of a task that has one already."""
    for waiter in outcome.waiters:
        line = case.line(waiter.place)
        own = [helper for helper in waiter.on if helper.how == "holds" and helper.number == waiter.number]
        wanted = _awaited(case, line, waiter.awaiting) if line is not None else None
        if not own or wanted is None:
            continue
        lock = not waiter.awaiting.startswith(("Semaphore", "BoundedSemaphore"))
        return case.diagnostic(
            "lock-deadlock",
            f"{_name(case, waiter.task)} waited for {quoted(_owner(case, wanted))} while it held "
            f"{'it' if lock else 'a place of it'} already",
            wanted,
            label="held already, and asked for once more" if lock else "a second place for the same work",
            notes=told(case, outcome),
            hint=KINDS["Lock.acquire()"].hint if lock else _PLACES,
        )
    return None


def _circle(case: Case, outcome: Deadlocked) -> Diagnostic | None:
    """Name tasks of which each waits for the next, and the last for the first."""
    tasks = circle(outcome.waiters)
    if len(tasks) < 2 or not all(case.knows(waiter.task) for waiter in tasks):
        return None
    names = list(dict.fromkeys(_name(case, waiter.task) for waiter in tasks))
    names = names if len(names) == len(tasks) else [f"{len(tasks)} calls of {names[0]}"]
    together = "each other" if len(tasks) == 2 else "one another"
    locks = [waiter for waiter in tasks if any(helper.how == "holds" for helper in waiter.on)]
    held = ": each held what the other needed" if len(locks) == len(tasks) == 2 else ""
    headline = f"{listed(names)} waited for {together}{held}"
    if len(headline) > HEADLINE:
        functions = dict.fromkeys(quoted(waiter.task.partition("(")[0]) for waiter in tasks)
        headline = f"{len(tasks)} calls of {listed(list(functions))} waited for {together}{held}"
    waiter = (locks or tasks)[-1]
    line = case.line(waiter.place)
    order = "In which order does each of them take what it needs, and what if all took it in one order?"
    return case.diagnostic(
        "lock-deadlock" if locks else "await-cycle",
        headline,
        (_awaited(case, line, waiter.awaiting) if line is not None else None) or waiter.place,
        label=(KINDS.get(waiter.awaiting) or KINDS["Lock.acquire()"]).label if locks else _CYCLE.label,
        notes=[*told(case, outcome), *([_round(case, tasks)] if len(tasks) > 2 else [])],
        hint=order if len(locks) == len(tasks) else KINDS["Lock.acquire()"].hint if locks else _CYCLE.hint,
    )


def _round(case: Case, tasks: Sequence[Waiter]) -> str:
    """Tell a circle, from its first task back to it."""
    names = [_name(case, waiter.task) for waiter in tasks]
    return f"a circle: {', which waited for '.join([*names, names[0]])}"


def _name(case: Case, task: str) -> str:
    """Write a task's name where the learner knows its function."""
    return quoted(task) if case.knows(task) else "another task"


_LIMITERS = ("Semaphore", "BoundedSemaphore", "Lock")
_PLACES = "How many places does one call take from its start to its end, and how many are there for all?"


def _owner(case: Case, wanted: ast.AST) -> str:
    """Return the text of what is acquired."""
    return case.code.code(
        wanted.func.value if isinstance(wanted, ast.Call) and isinstance(wanted.func, ast.Attribute) else wanted
    )


def _awaited(case: Case, line: int, awaiting: str) -> ast.AST | None:
    """Return the expression on a line that is waited for: a call, or what an `async with` enters."""
    call = case.code.on_line(line, awaiting.partition("(")[0].rpartition(".")[2])
    if call is not None:
        return call
    entered = [
        node.items[0].context_expr
        for node in case.code.nodes
        if isinstance(node, ast.AsyncWith) and node.lineno == line
    ]
    return entered[0] if entered else None


def _culprit(case: Case, outcome: Deadlocked) -> tuple[Waiter | None, Kind]:
    """Return the waiter at the end of the chain: the one that waits for a thing, not for another task.

    A read of so many bytes, of which some have come, comes before all others. Where the end of a line is what has not
    come, it is the sender's fault, who waits for an answer.
    """
    own = [waiter for waiter in outcome.waiters if case.line(waiter.place) is not None] or list(outcome.waiters)
    own = [waiter for waiter in own if waiter.awaiting == "StreamReader.readexactly()" and waiter.length] or own
    joining = next((waiter for waiter in outcome.waiters if waiter.awaiting.endswith("Queue.join()")), None)
    if joining is not None and any(waiter.awaiting.endswith("Queue.get()") for waiter in own):
        return joining, KINDS["Queue.join()"]
    for name, kind in sorted(KINDS.items(), key=lambda item: item[1].code != "missing-task-done"):
        for waiter in sorted(own, key=lambda waiter: not _reads_all(case, waiter)):
            if waiter.awaiting.endswith(name):
                return waiter, kind
    return (own[0] if own else None), _CYCLE if not case.is_script or not own or own[0].on else _ELSEWHERE


def _reads_all(case: Case, waiter: Waiter) -> bool:
    """Whether a wait is for all that comes until the connection is closed: where both sides read, it cannot end."""
    line = case.line(waiter.place)
    call = case.code.on_line(line, "read") if line is not None else None
    return waiter.awaiting == "StreamReader.read()" and call is not None and not (call.args or call.keywords)


def told(case: Case, outcome: Deadlocked) -> list[str]:
    """Say of each task, or of several alike, what it waited for and why that could not come; of one only the latter."""
    found: dict[tuple[str, str], list[str]] = {}
    for waiter in outcome.waiters[:MOST_WAITERS]:
        if not case.knows(waiter.task):
            continue
        why = reason(waiter, lambda task: _name(case, task))
        if not why and len(outcome.waiters) == 1:
            continue
        line = case.line(waiter.place)
        where = f"line {line}: " if line is not None else ""
        found.setdefault((where, f"{quoted(waiter.awaiting)}{why}"), []).append(quoted(waiter.task))
    return [f"{where}{_waited(names, what)}" for (where, what), names in found.items()]


def _waited(names: Sequence[str], what: str) -> str:
    """Say of tasks what they waited for, of those that are called alike once."""
    tasks = listed([name if count == 1 else f"{count} tasks {name}" for name, count in Counter(names).items()])
    return f"{tasks} waited for {what if len(names) == 1 else what.replace(': it had', ': each had')}"
