"""Cancellations that were asked for and not waited for.

`cancel()` leaves no event, so a call of it is told by the task that was unfinished afterwards, and by the lines that
were printed before the task had ended.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, LeftBehind, Printed, Raised, Returned, Suspended, TaskEnded

from .case import Case, Run
from .words import quoted


def not_awaited(case: Case) -> Iterator[Diagnostic]:
    """Name a `cancel()` after which nobody waited for the end of the task."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned):
            continue
        for call in case.code.calls_of("cancel"):
            event = _unfinished(case, run, call) or _printed_first(case, run, call)
            if event is None:
                continue
            task = event.task if isinstance(event, LeftBehind | TaskEnded) else None
            name = quoted(run.names.get(task, "a task")) if task is not None else "a task"
            asker = case.code.function_of(call)
            who = quoted(asker.name) if asker is not None else "the program"
            sequel = "went on before it had ended"
            if isinstance(event, LeftBehind):
                sequel = f"{'' if who == '`main`' else case.subject(run) + ' '}ended before that task had"
            yield case.diagnostic(
                "cancelled-not-awaited",
                f"{who} cancelled {name}, and {sequel}",
                call,
                label="asks the task to end, and does not wait for it",
                notes=["`cancel()` only asks: the task ends in a later turn of the event loop, after its cleanup"],
                hint="Which line waits until the cancelled task has really ended?",
            )
            return


def let_out(case: Case) -> Iterator[Diagnostic]:
    """Name the wait for a cancelled task that raised the task's cancellation, where nothing handled that."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Raised) or outcome.error != "CancelledError":
            continue
        waits = [event for event in run.events(Suspended) if event.task == 1]
        ends = [run.ends[task].how for task in (waits[-1].on if waits else ()) if task in run.ends]
        line = case.line(waits[-1].place) if "cancelled" in ends else None
        if line is None:
            continue
        statement = case.code.statement(line)
        nodes = ast.walk(statement) if statement is not None else ()
        wait = next((node for node in nodes if isinstance(node, ast.Await) and node.lineno == line), None)
        shown = quoted(case.code.code(wait), 26) if wait is not None else "a wait"
        yield case.diagnostic(
            "unhandled-error",
            f"{shown} raised CancelledError, as its task was cancelled, and nothing caught it",
            wait or waits[-1].place,
            label="raises what the task ended with",
            hint="What does a wait for a cancelled task raise, and which line is to handle that?",
        )
        return


def _unfinished(case: Case, run: Run, call: ast.Call) -> LeftBehind | None:
    """Return a task that was unfinished at the end, and that this call had cancelled."""
    if not _was_reached(case, run, call) or _is_awaited_below(case, call):
        return None
    return next((e for e in run.events(LeftBehind) if _is_target(case, run, call, e.task)), None)


def _printed_first(case: Case, run: Run, call: ast.Call) -> TaskEnded | None:
    """Return a task that this call had cancelled, and that ended after the caller had printed what was due later."""
    if run.finding is None or run.expected_run is None or not run.differs_in_lines:
        return None
    beside = _before_the_next_await(case, call)
    due = {line.text: number for number, line in enumerate(run.expected_lines)}
    for ended in run.events(TaskEnded):
        if ended.how != "cancelled" or not _is_target(case, run, call, ended.task):
            continue
        now = [line for line in run.lines if line.time <= ended.time and line.text in due]
        early = [line for line in now if case.line(line.place) in beside]
        late = [line for line in now if line.task == ended.task]
        if early and late and due[late[-1].text] < due[early[0].text] and now.index(early[0]) < now.index(late[-1]):
            return ended
    return None


def _before_the_next_await(case: Case, call: ast.Call) -> range:
    """Return the lines of the caller from a call to its next `await`."""
    function = case.code.function_of(call)
    if function is None:
        return range(0)
    waits = [
        node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith) and node.lineno > call.lineno
    ]
    return range(call.lineno, min(waits, default=(function.end_lineno or call.lineno) + 1))


def _is_awaited_below(case: Case, call: ast.Call) -> bool:
    """Whether the caller awaits later what it cancels here: then an unfinished task is another one."""
    function, names = case.code.function_of(call), _cancelled_names(case, call)
    return any(
        isinstance(node, ast.Await) and node.lineno > call.lineno and names & case.code.names_in(node.value)
        for node in (ast.walk(function) if function is not None else ())
    )


def _cancelled_names(case: Case, call: ast.Call) -> frozenset[str]:
    """Return the names of what a call of `cancel` cancels: a task's, or of what a loop goes through."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else call
    loops = [node for node in case.code.around(call) if isinstance(node, ast.For | ast.ListComp | ast.GeneratorExp)]
    return case.code.names_in(owner).union(*(case.code.names_in(_over(loop)) for loop in loops)) - {"self"}


def _was_reached(case: Case, run: Run, call: ast.Call) -> bool:
    """Whether a run got to a call: nothing decides about it, or a line printed beside it shows it."""
    function = case.code.function_of(call)
    for outer in case.code.around(call):
        if outer is function or outer is None:
            return True
        if isinstance(outer, ast.If | ast.While | ast.ExceptHandler):
            beside = range(outer.lineno, (outer.end_lineno or outer.lineno) + 1)
            return any(case.line(event.place) in beside for event in run.events(Printed))
    return False


def _is_target(case: Case, run: Run, call: ast.Call, number: int) -> bool:
    """Whether a call may cancel a task: by the names under which the task is kept, or as one of many."""
    task = run.tasks.get(number)
    line = case.line(task.place) if task is not None else None
    made = case.code.on_line(line, "create_task", "ensure_future", "Task") if line is not None else None
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if made is None or owner is None:
        return False
    function = case.code.function_of(call)
    names = _cancelled_names(case, call)
    kept = case.code.kept_under(made)
    waited = {
        name.id
        for node in (ast.walk(function) if function is not None else ())
        if isinstance(node, ast.Assign) and case.code.calls_of("wait", within=node.value)
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    attribute = isinstance(owner, ast.Attribute) and isinstance(case.code.parent(made), ast.Assign)
    return bool(names & (kept | waited)) or attribute


def _over(loop: ast.AST) -> ast.AST:
    return loop.iter if isinstance(loop, ast.For) else loop.generators[0].iter  # type: ignore[attr-defined]
