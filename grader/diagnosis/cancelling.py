"""Cancellations: caught and kept, asked for and not waited for, sent to work that was to be finished.

That a wait was cancelled is in the trace; what the program did about it, the source says: the innermost `try` or `with`
round the wait that takes a cancellation, in the function that waited or in one that awaited it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import (
    Deadlocked,
    Diagnostic,
    Event,
    LeftBehind,
    LimitExceeded,
    Place,
    Printed,
    Returned,
    Span,
    Suspended,
    TaskEnded,
    TimedOut,
    seconds,
)
from grader.trace import Stand, afterwards

from .case import Case, Run
from .meanings import Failure, original
from .source import Function
from .words import quoted

_CANCELLATIONS = ("CancelledError", "BaseException")
"""Last parts of names that catch a cancellation."""

_LIMITS = ("wait_for", "timeout", "timeout_at", "TaskGroup", "move_on_after", "fail_after", "create_task_group")
"""What turns a cancellation of its own into something else, so that it is none any more outside."""


class _Catch(NamedTuple):
    """Where a cancellation ends."""

    node: ast.AST
    label: str
    inside: tuple[ast.stmt, ...]
    """The statements that handle it."""


def swallowed(case: Case) -> Iterator[Diagnostic]:
    """Name a cancellation that was caught and not raised again."""
    for run in case.runs:
        for stand in run.cancelled:
            caught = _catch(case, stand)
            ended = run.ends.get(stand.task)
            if caught is None or (
                ended is not None and ended.how == "cancelled" and not _went_on(case, run, stand, caught)
            ):
                continue
            if not _matters(case, run, stand, caught):
                continue
            at = seconds(run.trace.events[stand.end or 0].time)
            name = quoted(run.names.get(stand.task, "a task"))
            yield case.diagnostic(
                "cancel-swallowed",
                f"{name} was cancelled at t={at}, and {_sequel(case, run, stand, caught)}",
                caught.node,
                label=caught.label,
                hint="Who is to learn that this task was cancelled, and what tells them?",
            )
            return


def _catch(case: Case, stand: Stand) -> _Catch | None:
    """Return where the cancellation of a wait ended: from the innermost call outwards."""
    for level in reversed(stand.levels):
        line = case.line(level.place)
        statement = case.code.statement(line) if line is not None else None
        if statement is None:
            continue
        inner: ast.AST = statement
        for outer in (statement, *case.code.around(statement)):
            if isinstance(outer, Function):
                break
            if _limits(case, outer, inner):
                return None
            caught = _takes(case, outer, inner)
            if caught is not None:
                return caught
            inner = outer
    return None


def _limits(case: Case, outer: ast.AST, inner: ast.AST) -> bool:
    """Whether the cancellation may be one of this statement's own."""
    if isinstance(outer, ast.AsyncWith | ast.With):
        return any(call in case.code.calls_of(*_LIMITS) for item in outer.items for call in ast.walk(item.context_expr))
    return outer is inner and not isinstance(outer, ast.Try) and bool(case.code.calls_of("wait_for", within=outer))


def _takes(case: Case, outer: ast.AST, inner: ast.AST) -> _Catch | None:
    """Return how a statement takes a cancellation out of one of its parts and keeps it."""
    match outer:
        case ast.Try() if inner in outer.body:
            for handler in outer.handlers:
                if _catches(case, handler.type):
                    if _raises_again(handler):
                        break
                    return _Catch(handler, "the cancellation ends here: it is not raised again", tuple(handler.body))
        case ast.With():
            for item in outer.items:
                call = item.context_expr
                if not isinstance(call, ast.Call) or not case.code.callee(call).endswith("suppress"):
                    continue
                if any(_catches(case, kind) for kind in call.args):
                    return _Catch(call, "takes the cancellation away", ())
        case _:
            pass
    if isinstance(outer, ast.Try) and inner not in outer.finalbody:
        for statement in outer.finalbody:
            if isinstance(statement, ast.Return | ast.Break | ast.Continue):
                return _Catch(statement, "throws the cancellation away", tuple(outer.finalbody))
    return None


def _catches(case: Case, kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(one is None or case.code.dotted(one).rpartition(".")[2] in _CANCELLATIONS for one in kinds)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether a handler raises what it caught, on some path."""
    for node in ast.walk(handler):
        if isinstance(node, ast.Raise):
            raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if raised is None or (isinstance(raised, ast.Name) and raised.id == handler.name):
                return True
            if isinstance(raised, ast.Name | ast.Attribute) and ast.unparse(raised).endswith("CancelledError"):
                return True
    return False


def _beyond(case: Case, run: Run, stand: Stand, caught: _Catch) -> list[Event]:
    """Return what a task did after a cancellation beyond the statements that handle it: lines printed, and waits."""
    handling = {line for part in caught.inside for line in range(part.lineno, (part.end_lineno or part.lineno) + 1)}
    return [
        event
        for event in afterwards(run.trace, stand)
        if isinstance(event, Printed | Suspended) and case.line(event.place) not in (None, *handling)
    ]


def _went_on(case: Case, run: Run, stand: Stand, caught: _Catch) -> bool:
    """Whether a task waited, after a cancellation, for something other than its own cleanup."""
    return any(isinstance(event, Suspended) for event in _beyond(case, run, stand, caught))


def _matters(case: Case, run: Run, stand: Stand, caught: _Catch) -> bool:
    """Whether the run shows that the task was to end: it never did, or the expected run tells otherwise."""
    if isinstance(run.trace.outcome, TimedOut | LimitExceeded | Deadlocked):
        return _went_on(case, run, stand, caught)
    expected = run.expected_run
    if expected is None:
        return False
    name, ended = run.names.get(stand.task), run.ends.get(stand.task)
    due = [expected.ends[task].how for task, other in expected.names.items() if other == name and task in expected.ends]
    if due and ended is not None and ended.how not in due:
        return True
    wanted = {(line.time, line.text) for line in run.expected_lines}
    return any(isinstance(e, Printed) and (e.time, e.text) not in wanted for e in afterwards(run.trace, stand))


def _sequel(case: Case, run: Run, stand: Stand, caught: _Catch) -> str:
    """Say what a task did in place of ending as cancelled."""
    ended = run.ends.get(stand.task)
    if _went_on(case, run, stand, caught) or ended is None:
        return "went on"
    if ended.how == "raised":
        return f"ended with {ended.detail.partition(':')[0]} in its place"
    return "ended as if it had returned"


def closing_swallowed(case: Case, failure: Failure) -> Diagnostic | None:
    """Name the handler in an async generator that caught the generator's own closing."""
    for node in case.code.nodes:
        if not isinstance(node, ast.Try) or not any(isinstance(n, ast.Yield) for s in node.body for n in ast.walk(s)):
            continue
        function = case.code.function_of(node)
        handler = next((handler for handler in node.handlers if _catches(case, handler.type)), None)
        if isinstance(function, ast.AsyncFunctionDef) and handler is not None and not _raises_again(handler):
            return case.diagnostic(
                "cancel-swallowed",
                f"`{function.name}` was closed at its `yield`, caught that, and went on",
                handler,
                label="catches the closing of the generator too",
                notes=original(failure),
                hint="Which exceptions can arrive at a `yield`, and which of them ask the generator to end?",
            )
    return None


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
        now = [line for line in run.lines if line.time == ended.time and line.text in due]
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


def limit_round_several(case: Case) -> Iterator[Diagnostic]:
    """Name one time limit round several calls, which ended some of them, where each was to have its own."""
    for run in case.failed_runs:
        ended = sorted(
            {run.names[stand.task] for stand in run.cancelled if stand.task in run.names and stand.task != 1}
        )
        for call in case.code.calls_of("wait_for", "timeout", "timeout_at") if ended and run.expected else ():
            outer = next((node for node in case.code.around(call) if isinstance(node, ast.AsyncWith)), call)
            if not case.code.calls_of("gather", "as_completed", within=outer) or case.code.loop_of(call) is not None:
                continue
            if _given_up_alone(run):
                continue
            yield case.diagnostic(
                "timeout-misuse",
                f"{quoted(case.code.callee(call))} set one limit for several calls",
                call,
                label="runs out for all of them at once",
                notes=[f"cancelled by it: {quoted(name)}" for name in ended[:3]],
                hint="Whose time does this limit measure: that of each call, or that of all of them together?",
            )
            return


def _given_up_alone(run: Run) -> bool:
    """Whether all that is due was printed, so that the limit took nothing away."""
    printed = {line.text for line in run.lines}
    return all(line.text in printed for line in run.expected_lines)


def job_cut_short(case: Case) -> Iterator[Diagnostic]:
    """Name work in hand that was cancelled, though it was to be finished."""
    for run in case.failed_runs:
        latest = {cut.span.call: cut for cut in _cuts(run)}
        for cut in latest.values():
            due = _due_later(run, cut)
            if due is None:
                continue
            call = _canceller(case)
            yield case.diagnostic(
                "job-cut-short",
                f"{quoted(cut.span.label)} was at work when {_what(cut)} was cancelled at t={seconds(cut.time)}",
                call or cut.place,
                label="ends what is under way"
                if call
                else "cut off"
                if cut.handed_on
                else "cancelled while it waited here",
                notes=[f"asked for, and never printed: {quoted(due, 60)}"],
                hint="How does a task learn that it is to stop after the work in hand, and not in the middle of it?",
            )
            return


class _Cut(NamedTuple):
    """Work that a cancellation ended."""

    span: Span
    """The call, or the one that had handed the work to a task of its own."""
    time: int
    place: Place | None
    handed_on: str
    """What that task ran; empty where the call was cancelled itself."""


def _what(cut: _Cut) -> str:
    return f"its {quoted(cut.handed_on)}" if cut.handed_on else "it"


def _cuts(run: Run) -> Iterator[_Cut]:
    """Yield the calls that were cancelled, and those of which a task was, that ran no function of the program's."""
    for stand in run.cancelled:
        for level in reversed(stand.levels):
            if level.call.call in run.by_call and level.call.parent is not None:
                time = run.trace.events[stand.end or 0].time
                yield _Cut(run.by_call[level.call.call], time, stand.levels[-1].place, "")
    own = {span.task for span in run.spans}
    for event in run.events(TaskEnded):
        task = run.tasks.get(event.task)
        if event.how != "cancelled" or task is None or event.task in own or event.time >= run.trace.duration_ns:
            continue
        if task.name.endswith((".wait()", ".get()")):
            continue  # a wait for a signal or an item is no work
        for span in run.spans:
            if span.task == task.parent and span.start <= event.time:
                yield _Cut(span, event.time, task.place, task.name.replace(", None)", ")"))


def _due_later(run: Run, cut: _Cut) -> str | None:
    """Return the line that the same call prints next in the expected run, if it was never printed in this one."""
    printed = {line.text for line in run.lines}
    for span in run.expected:
        if span.label == cut.span.label and span.finished:
            for time, text in span.lines:
                if time > cut.time:
                    return None if text in printed else text
    return None


def _canceller(case: Case) -> ast.Call | None:
    """Return the one call in the file that can have cancelled."""
    calls = case.code.calls_of("cancel") or case.code.calls_of("wait_for", "timeout", "timeout_at")
    return calls[0] if len(calls) == 1 else None
