"""Exceptions at which nobody looks: of tasks, threads and callbacks, and those that a handler throws away."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import (
    CallStarted,
    Diagnostic,
    Interrupted,
    NeverRetrieved,
    Place,
    Returned,
    TaskEnded,
    TaskStarted,
    ThreadStarted,
)

from .callbacks import CALLBACK_CALLS
from .case import Case, Run
from .names import about
from .tasks import ALONE, awaits_tasks_below, starter
from .words import called, plain, quoted


def swallowed(case: Case) -> Iterator[Diagnostic]:
    """Name an exception at which nobody looked."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned | Interrupted):
            continue
        for event in run.events(NeverRetrieved):
            if event.error.startswith("SystemExit"):
                continue  # the program was to end there
            task = _raiser(run, event)
            if task is None and event.task is None:
                called_back = case.code.calls_of(*CALLBACK_CALLS)
                threads = run.events(ThreadStarted) if not called_back else ()
                if case.is_script and not threads and not called_back and event.place is None:
                    continue  # a callback of asyncio's own, as for standard input, which a run has not
                yield _thread_raised(case, event.error, threads[-1]) if threads else _callback_raised(case, event)
                continue
            if task is not None and task.place is not None and case.line(task.place) is None and not case.is_script:
                continue  # the checks started it, and look at it in their own way
            name = called(task.name) if task is not None else "a task"
            defined = _definition(run, task) if task is not None and task.place is None else None
            yield case.diagnostic(
                "swallowed-exception",
                f"{name} raised {plain(event.error)}, and nobody looked",
                (about(case, event.error, defined).node or defined if defined is not None else None)
                or starter(case, task)
                or (task.place if task is not None else None),
                label="its error is never looked at" if defined is None else "only asyncio's log speaks of it",
                hint="Who awaits this task, and what happens to an exception that nobody awaits?",
            )
            return
        yield from _ended_unseen(case, run)
        yield from _unused_exceptions(case, run)


def _raiser(run: Run, event: NeverRetrieved) -> TaskStarted | None:
    """Return the task of an exception: of one that asyncio started and reports on itself, that which ended with it."""
    if event.task is not None:
        return run.tasks.get(event.task)
    ended = (end.task for end in run.ends.values() if (end.how, end.detail) == ("raised", event.error))
    return next((run.tasks[task] for task in ended if task in run.tasks), None)


def _definition(run: Run, task: TaskStarted) -> Place | None:
    """Return where the function of a task is defined that no line of the program's started."""
    return next((call.definition for call in run.events(CallStarted) if call.task == task.task), None)


def _ended_unseen(case: Case, run: Run) -> Iterator[Diagnostic]:
    """Name a task that had raised, and was cancelled or forgotten then: a cancellation takes the warning away."""
    goes_on = run.trace.script and isinstance(run.trace.outcome, Interrupted)
    for event in run.events(TaskEnded) if run.finding is not None or goes_on else ():
        task = run.tasks.get(event.task)
        call = starter(case, task)
        if event.how != "raised" or call is None or event.task in run.awaited_tasks:
            continue
        if case.code.callee(call) not in ALONE and not (goes_on and case.code.callee(call).endswith(".create_task")):
            continue
        kept = case.code.kept_under(call)
        if not kept or (goes_on and kept & _read(case)):
            continue
        if awaits_tasks_below(case, call.lineno) or case.code.calls_of("result", "exception", "add_done_callback"):
            continue
        yield case.diagnostic(
            "swallowed-exception",
            f"{quoted(run.names.get(event.task, 'a task'))} raised {plain(event.detail)}, and nobody looked",
            call,
            label="its error is never looked at",
            hint="Who awaits this task, and what happens to an exception that nobody awaits?",
        )
        return


def _read(case: Case) -> frozenset[str]:
    """Return the names that are read anywhere in the program."""
    return frozenset(
        node.id for node in case.code.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    )


def _thread_raised(case: Case, error: str, thread: ThreadStarted) -> Diagnostic:
    """Say that a thread ended with an exception, of which whoever started it knows nothing."""
    return case.diagnostic(
        "swallowed-exception",
        f"a thread raised {plain(error)}, and nobody looked",
        thread.place,
        label="its error is never looked at",
        hint="Who waits for this thread, and gets to know how it ended?",
    )


def _callback_raised(case: Case, event: NeverRetrieved) -> Diagnostic:
    """Say that what the event loop called raised, which it writes to its log and to no one else."""
    error = event.error
    calls = case.code.calls_of(*CALLBACK_CALLS)
    early = [argument for call in calls for argument in call.args if isinstance(argument, ast.Call)]
    mistaken = len(early) == 1 and "is not callable" in error
    node = early[0] if mistaken else calls[0] if len(calls) == 1 else None
    shown = quoted(case.code.code(early[0])) if mistaken else ""
    return case.diagnostic(
        "swallowed-exception",
        f"a callback was what {shown} had returned, not a function to call"
        if mistaken
        else f"a callback raised {plain(error)}, and nobody looked",
        node or event.place,
        label="called here, before the event loop could call it"
        if mistaken
        else "the event loop calls this later"
        if node is not None
        else "raised here; the event loop had called it",
        notes=[f"Python's words: {error}"] if mistaken else [],
        hint="Who should call the function: this line, or the event loop?"
        if mistaken
        else "What does the event loop call here, with which arguments, and who sees its exception?",
    )


def _unused_exceptions(case: Case, run: Run) -> Iterator[Diagnostic]:
    """`gather(…, return_exceptions=True)` whose results are thrown away, while a task raised."""
    raised = [event for event in run.events(TaskEnded) if event.how == "raised"]
    for call in case.code.calls_of("gather"):
        asked = any(keyword.arg == "return_exceptions" for keyword in call.keywords)
        outer = case.code.parent(call)
        if raised and asked and isinstance(outer, ast.Await) and case.code.is_statement(outer):
            name = quoted(run.names.get(raised[0].task, "a task"))
            yield case.diagnostic(
                "swallowed-exception",
                f"{name} raised {plain(raised[0].detail)}, and nobody looked",
                call,
                label="errors become results, and the results are thrown away",
                hint="Where do the exceptions go that `return_exceptions=True` collects?",
            )
            return


def silent_handler(case: Case) -> Iterator[Diagnostic]:
    """Ask about an `except` that catches everything and does nothing."""
    if not case.failed_runs:
        return
    for node in case.code.nodes:
        if not isinstance(node, ast.ExceptHandler) or not all(
            isinstance(s, ast.Pass | ast.Continue) or (isinstance(s, ast.Return) and s.value is None) for s in node.body
        ):
            continue
        if node.type is None or case.code.dotted(node.type) in ("Exception", "BaseException"):
            yield case.diagnostic(
                "swallowed-exception",
                "every error was caught here, and nothing was done about it",
                node,
                label="what was caught is thrown away",
                hint="Which errors arrive here, and who gets to know of them?",
                certain=False,
            )
            return
