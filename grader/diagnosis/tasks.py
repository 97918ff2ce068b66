"""Tasks that were started and not looked after: nobody waits, nobody keeps them, nobody sees their errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    Diagnostic,
    LeftBehind,
    Part,
    Returned,
    Span,
    TaskEnded,
    TaskStarted,
    seconds,
)

from .case import Case, Run
from .source import Source
from .words import quoted

STARTERS = ("create_task", "ensure_future", "gather", "Task", "run_coroutine_threadsafe")


ALONE = ("asyncio.create_task", "asyncio.ensure_future")
"""What makes a task that nobody waits for by itself."""


def gather_not_awaited(case: Case) -> Iterator[Diagnostic]:
    """Name a `gather` for which nobody waited, or one that was given its tasks in one thing."""
    for run in case.runs:
        for event in run.events(LeftBehind):
            call = starter(case, run.tasks.get(event.task))
            if (holder := _given_in_one(case, run.tasks.get(event.task))) is not None:
                yield case.diagnostic(
                    "gather-misuse",
                    f"`gather` was given one thing that holds tasks: {quoted(case.code.code(holder), 50)}",
                    holder,
                    label="one argument, not several",
                    notes=unfinished(run),
                    hint="How many arguments does `gather` get here, and how are the items handed over one by one?",
                )
                return
            if call is None or not case.code.callee(call).endswith("gather") or case.code.is_awaited(call):
                call = _thrown_away(case, call)
            if call is None:
                continue
            yield case.diagnostic(
                "gather-misuse",
                f"`gather` was not awaited: {_ended(case, run)} without it",
                call,
                label="starts its coroutines, and nobody waits for them",
                notes=unfinished(run),
                hint="What does `gather` give back, and who waits for that?",
            )
            return


def _given_in_one(case: Case, task: TaskStarted | None) -> ast.GeneratorExp | None:
    """Return the generator that started a task, where it is itself an argument of `gather`: until 3.12 that took it."""
    line = case.line(task.place) if task is not None else None
    for call in case.code.calls_of("gather") if line is not None else ():
        for given in call.args:
            starts = isinstance(given, ast.GeneratorExp) and case.code.calls_of(*STARTERS, within=given)
            if starts and given.lineno <= (line or 0) <= (given.end_lineno or given.lineno):
                return given if isinstance(given, ast.GeneratorExp) else None
    return None


def _thrown_away(case: Case, starter: ast.Call | None) -> ast.Call | None:
    """Return a `gather` of what a call started, that stands as a statement of its own."""
    names = case.code.kept_under(starter) if starter is not None else frozenset()
    for call in case.code.calls_of("gather"):
        if case.code.is_statement(call) and (names & case.code.names_in(call) or starter is call):
            return call
        handed = {name for name in case.code.names_in(call) if name in _left_by_wait(case)}
        if case.code.is_statement(call) and handed and names:
            return call
    return None


def _left_by_wait(case: Case) -> set[str]:
    """Return the names of what `asyncio.wait` gives back."""
    return {
        name.id
        for node in case.code.nodes
        if isinstance(node, ast.Assign) and case.code.calls_of("wait", within=node.value)
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }


def starter(case: Case, task: TaskStarted | None) -> ast.Call | None:
    """Return the call that started a task: of several on its line, the one that is given a coroutine of its name."""
    line = case.line(task.place) if task is not None else None
    found = case.code.on_line(line, *STARTERS) if line is not None else None
    if found is None or task is None:
        return None
    here = (call for call in case.code.calls_of(*STARTERS) if call.lineno == line and call.args)
    return next((call for call in here if ast.unparse(call.args[0]) == task.name), found)


def _ended(case: Case, run: Run, time: int | None = None) -> str:
    what = "an event loop" if run.trace.script else case.subject(run)
    return f"{what} ended at t={seconds(run.trace.duration_ns if time is None else time)}"


def unfinished(run: Run) -> list[str]:
    """Return a note that lists the tasks that were left unfinished."""
    labels = [run.names.get(event.task, "a task") for event in run.events(LeftBehind)]
    return [f"unfinished then: {', '.join(quoted(label) for label in labels[:4])}"] if labels else []


def awaits_tasks_below(case: Case, line: int) -> bool:
    """Whether the function goes on to await what was made before: tasks that have ended leave no trace of it."""
    function = case.code.function_at(line)
    awaited = [node.value for node in ast.walk(function) if isinstance(node, ast.Await)] if function is not None else []
    calls = {*case.known_functions, "sleep"}
    return any(
        node.lineno > line and not (isinstance(node, ast.Call) and case.code.callee(node).rpartition(".")[2] in calls)
        for node in awaited
    )


def not_kept(case: Case) -> Iterator[Diagnostic]:
    """Name a task that was collected while it waited, since nobody kept it."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned):
            continue
        left = {event.task for event in run.events(LeftBehind)}
        for task in run.tasks.values():
            call = starter(case, task)
            if task.task in run.ends or task.task in left or call is None or not case.code.is_statement(call):
                continue
            yield case.diagnostic(
                "task-not-kept",
                f"the task {quoted(task.name)} was thrown away while it waited: nothing referred to it",
                call,
                label="the task is not kept",
                hint="The event loop keeps weak references only: who else could hold on to this task?",
            )
            return


def ended_in_a_sleep(case: Case) -> Iterator[Diagnostic]:
    """Ask about a task of a script that nobody kept, or waited for, and that a sleep happened to be long enough for."""
    read = {node.id for node in case.code.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for run in case.runs if case.is_script else ():
        for task in run.tasks.values():
            call, ended = starter(case, task), run.ends.get(task.task)
            if call is None or case.code.callee(call) not in ALONE:
                continue
            if ended is None or ended.how != "returned" or ended.time == task.time or task.task in run.awaited_tasks:
                continue
            sleeper, slept = _asleep(run, task.parent, ended.time)
            outer = case.code.parent(call)
            if sleeper is None or slept is None:
                continue
            if isinstance(outer, ast.Expr):
                yield case.diagnostic(
                    "task-not-kept",
                    f"nothing referred to the task {quoted(task.name)} while it waited",
                    call,
                    label="the task is not kept",
                    hint="The event loop keeps weak references only: who else could hold on to this task?",
                    certain=False,
                )
                return
            if isinstance(outer, ast.Assign) and all(
                isinstance(target, ast.Name) and target.id not in read for target in outer.targets
            ):
                line = case.line(slept.place)
                yield case.diagnostic(
                    "sleep-instead-of-await",
                    f"{quoted(task.name)} ended while {quoted(sleeper.label)} slept, and nothing waited for it",
                    (case.code.on_line(line, "sleep") if line is not None else None) or slept.place,
                    label="a guess at how long the work takes",
                    notes=[f"the work was done at t={seconds(ended.time)}, the sleep ended at t={seconds(slept.end)}"],
                    hint="What ends exactly when the task does, however long that takes?",
                    certain=False,
                )
                return


def _asleep(run: Run, task: int | None, time: int) -> tuple[Span | None, Part | None]:
    """Return the call of a task that slept at a time, and its sleep."""
    for span in run.spans:
        for part in span.parts if span.task == task else ():
            if part.what.startswith("asyncio.sleep(") and part.start < time < part.end:
                return span, part
    return None, None


def lost(case: Case) -> Iterator[Diagnostic]:
    """Name tasks that were cut off when the program ended by itself."""
    for run in case.runs:
        cut_off = isinstance(run.trace.outcome, Returned) or (run.trace.script and run.fails_its_own_test)
        cut_off = cut_off and not (run.trace.script and any(map(_exits, run.ends.values())))
        for event in run.events(LeftBehind) if cut_off else ():
            task = run.tasks.get(event.task)
            call = starter(case, task)
            name = run.names.get(event.task, "a task")
            endless = is_endless(case, name)
            shield = shield_of(case, task)
            if shield is not None:
                yield case.diagnostic(
                    "timeout-misuse",
                    f"the limit ended the wait, and not {quoted(name)}: {_ended(case, run, event.time)} without it",
                    shield,
                    label="keeps the cancellation from what stands inside",
                    notes=unfinished(run),
                    hint="What does a time limit do to what it waits for, and what does `shield` keep from that?",
                )
                return
            kept = next((node for node in case.code.around(call) if _is_shield(case, node)), None) if call else None
            if kept is not None and any(end.how == "cancelled" for end in run.ends.values()):
                yield case.diagnostic(
                    "task-not-cancelled",
                    f"{_ended(case, run, event.time)}, and {quoted(name)} had not been cancelled: it was shielded",
                    kept,
                    label="keeps a cancellation from what it waits for",
                    notes=unfinished(run),
                    hint="What does `shield` pass on when the code that waits is cancelled?",
                )
                return
            if (endless or run.is_cancelled_in_the_reference(name)) and not _cut_at_work(run, event):
                yield case.diagnostic(
                    "task-not-cancelled",
                    f"{_ended(case, run, event.time)}, and {quoted(name)}, which never ends by itself, was still there"
                    if endless
                    else f"{_ended(case, run, event.time)}, and {quoted(name)} had not been cancelled",
                    call or (task.place if task is not None else None),
                    label="started here; nothing stops it",
                    notes=unfinished(run),
                    hint="Who tells this task that there is no more to do, and who waits until it has stopped?",
                )
                return
            loop = _left_by_an_error(case, run, event)
            if loop is not None:
                yield case.diagnostic(
                    "lost-task",
                    f"the loop on line {loop.lineno} was left with the first error, and {quoted(name)} was cut off",
                    loop,
                    label="its further turns, and the waits in them, never came",
                    notes=[f"line {call.lineno if call is not None else loop.lineno} started it", *unfinished(run)],
                    hint="What becomes of the other turns of a loop when one of them raises, and where is that caught?",
                )
                return
            yield case.diagnostic(
                "lost-task",
                f"{_ended(case, run, event.time)}, and {quoted(name)} was cut off",
                call or (task.place if task is not None else None),
                label="started here; nobody waits until it has ended",
                notes=unfinished(run),
                hint="Which line waits until this task has ended?",
            )
            return


def _exits(end: TaskEnded) -> bool:
    """Whether a task ended its program, and with it all others."""
    return end.how == "raised" and end.detail.startswith(("SystemExit", "KeyboardInterrupt"))


def _left_by_an_error(case: Case, run: Run, left: LeftBehind) -> ast.For | None:
    """Return the loop of waits, in a `try`, that the error of another task ended before this one's turn."""
    failed = [end for end in run.ends.values() if end.how == "raised" and end.time <= left.time]
    for loop in case.code.nodes if failed else ():
        if not isinstance(loop, ast.For):
            continue
        outer = case.code.parent(loop)
        turned = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
        waits = [n.value for n in ast.walk(loop) if isinstance(n, ast.Await) and case.code.loop_of(n) is loop]
        caught = any(isinstance(node, ast.Try) for node in ast.walk(loop))
        awaits_each = any(isinstance(value, ast.Name) and value.id in turned for value in waits)
        if isinstance(outer, ast.Try) and loop in outer.body and outer.handlers and awaits_each and not caught:
            return loop
    return None


def _is_shield(case: Case, node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and case.code.callee(node).rpartition(".")[2] == "shield"


def _cut_at_work(run: Run, left: LeftBehind) -> bool:
    """Whether a program ended before the expected run does, and a task had lines to print by then."""
    reference, name = run.expected_run, run.names.get(left.task, "")
    if reference is None or run.trace.duration_ns >= reference.trace.duration_ns:
        return False
    printed = {line.text for line in run.lines}
    due = [line for span in reference.spans if span.label == name for line in span.lines]
    return any(time > run.trace.duration_ns and text not in printed for time, text in due)


def shield_of(case: Case, task: TaskStarted | None) -> ast.Call | None:
    """Return the `shield` under a time limit that keeps the limit from a task: made there, or under its name."""
    call, line = starter(case, task), case.line(task.place) if task is not None else None
    names = case.code.kept_under(call) if call is not None else frozenset()
    for shield in case.code.calls_of("shield"):
        limits = [outer for outer in case.code.around(shield) if isinstance(outer, ast.Call | ast.AsyncWith)]
        limited = any(case.code.calls_of("wait_for", "timeout", within=outer) for outer in limits)
        made_there = line is not None and shield is case.code.on_line(line, "shield")
        if limited and (made_there or names & case.code.names_in(shield)):
            return shield
    return None


def is_endless(case: Case, name: str) -> bool:
    """Whether the function of a task has a loop that nothing in it ends."""
    function_name = name.partition("(")[0].rpartition(".")[2]
    given = Source(case.evidence.exercise.given).functions
    function = case.code.functions.get(function_name) or given.get(function_name)
    loops = [node for node in ast.walk(function) if isinstance(node, ast.While)] if function is not None else []
    ends = (ast.Break, ast.Return, ast.Raise)
    return any(
        isinstance(loop.test, ast.Constant) and not any(isinstance(node, ends) for node in ast.walk(loop))
        for loop in loops
    )
