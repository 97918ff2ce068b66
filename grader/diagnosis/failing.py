"""One task fails, and what the others were doing is lost: a group calls them off, a `gather` is left without them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from grader.model import Diagnostic, LeftBehind, Returned, TaskEnded, seconds

from .case import Case, Run
from .words import quoted


def called_off(case: Case) -> Iterator[Diagnostic]:
    """Name a group that called off tasks which had done nothing wrong, where the expected run finishes them."""
    groups = case.code.calls_of("TaskGroup", "create_task_group")
    for run in case.failed_runs if groups else ():
        failed = next((ended for ended in run.events(TaskEnded) if ended.how == "raised" and ended.task != 1), None)
        if failed is None or run.expected_run is None or run.expected_run.cancelled:
            continue
        cut = [
            ended
            for ended in run.events(TaskEnded)
            if ended.how == "cancelled" and ended.time == failed.time and ended.task in run.names
        ]
        if cut:
            yield case.diagnostic(
                "job-cut-short",
                f"{quoted(run.names[cut[0].task])} was at work when it was called off, at t={seconds(cut[0].time)}",
                groups[0],
                label="when one of its tasks fails, the others are cancelled",
                notes=[f"{quoted(run.names.get(failed.task, 'a task'))} had raised {failed.detail}"],
                hint="Where is the error of one task to be met, so that the others do not learn of it?",
            )
            return


def left_by_gather(case: Case) -> Iterator[Diagnostic]:
    """Name a `gather` in a `try`, which the first error left while other tasks went on without anybody waiting."""
    for run in case.runs:
        if not isinstance(run.trace.outcome, Returned) or not run.events(LeftBehind):
            continue
        raised = next((ended for ended in run.events(TaskEnded) if ended.how == "raised" and ended.task != 1), None)
        call = next((call for call in case.code.calls_of("gather") if _is_tried(case, call)), None)
        if raised is None or call is None:
            continue
        yield case.diagnostic(
            "gather-misuse",
            f"`gather` let out what {quoted(run.names.get(raised.task, 'a task'))} raised; nobody waited for the rest",
            call,
            label="ends with the first error; the others go on",
            notes=_unfinished(run),
            hint="What does `gather` do when one of several fails, and what becomes of the results of the others?",
        )
        return


def _is_tried(case: Case, call: ast.Call) -> bool:
    """Whether a `gather` that lets errors out is awaited in a `try`."""
    if any(keyword.arg == "return_exceptions" for keyword in call.keywords):
        return False
    return case.code.is_awaited(call) and any(isinstance(outer, ast.Try) for outer in case.code.around(call))


def _unfinished(run: Run) -> list[str]:
    left = [run.names[event.task] for event in run.events(LeftBehind) if event.task in run.names]
    return [f"unfinished then: {quoted(left[0])}"] if left else []


def shared_wait(case: Case) -> Iterator[Diagnostic]:
    """Name a variable of the whole file that decides how long each call waits, and that each call changes."""
    for run in case.failed_runs:
        for function in case.code.functions.values():
            shared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
            for call in case.code.calls_of("sleep", within=function) if shared else ():
                names = shared & case.code.names_in(call)
                calls = sorted(run.by_function(function.name), key=lambda span: span.start)
                if names and any(later.start < earlier.end for earlier, later in pairwise(calls)):
                    name = min(names)
                    yield case.diagnostic(
                        "shared-state-race",
                        f"`{name}` was one variable for all calls of `{function.name}`, and each of them changed it",
                        call,
                        label="waits as long as all the calls together have made it",
                        hint=f"Whose `{name}` is it that a call changes, and who reads it next?",
                    )
                    return
