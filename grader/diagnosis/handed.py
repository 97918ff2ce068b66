"""What is handed to another task inside a block: a lock is given back, or a session closed, before that has ended."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic

from .case import Case
from .tasks import starter
from .words import plain, quoted


def outlived_its_lock(case: Case) -> Iterator[Diagnostic]:
    """Name a task that was started inside the block of a lock, waited, and for which the block did not."""
    for run in case.failed_runs:
        for task in run.tasks.values():
            call, ended = starter(case, task), run.ends.get(task.task)
            block = _block(case, call) if call is not None else None
            if call is None or block is None or (ended is not None and ended.time == task.time):
                continue
            lock = quoted(case.code.code(block.items[0].context_expr))
            yield case.diagnostic(
                "shared-state-race",
                f"{quoted(task.name)} was started under {lock} and went on after that had been given back",
                call,
                label="the block does not wait for it",
                notes=[f"the block that holds {lock} begins on line {block.lineno}"],
                hint="When is the lock given back, and is the work that it guards over by then?",
            )
            return


def _block(case: Case, call: ast.Call) -> ast.AsyncWith | None:
    """Return the block of a lock round the start of a task, for which nothing that follows in the block waits."""
    names = case.code.kept_under(call)
    for outer in case.code.around(call):
        if isinstance(outer, ast.AsyncWith):
            entered = outer.items[0].context_expr
            takes = case.code.dotted(entered, {}).rpartition(".")[2].lower()
            waits = [node for part in outer.body for node in ast.walk(part) if isinstance(node, ast.Await)]
            later = [node for node in waits if node.lineno > call.lineno or call in ast.walk(node)]
            if "lock" in takes or "mutex" in takes:
                return None if any(names & case.code.names_in(node) or not names for node in later) else outer
    return None


def outlived_its_block(case: Case) -> Iterator[Diagnostic]:
    """Name a task of a script that was started in a block, with what that opens, failed, and was awaited behind it."""
    for run in case.runs if case.is_script else ():
        for task, end in run.ends.items():
            call = starter(case, run.tasks.get(task)) if end.how == "raised" else None
            block, opened = _opening(case, call) if call is not None else (None, "")
            if call is None or block is None or _waits_inside(case, block, call):
                continue
            yield case.diagnostic(
                "unhandled-error",
                f"{quoted(run.names.get(task, 'a task'), 40)} failed: the block of `{opened}` was left before it ended",
                call,
                label=f"goes on when `{opened}` is closed",
                notes=[
                    f"it raised {plain(end.detail)}",
                    f"the block that begins on line {block.lineno} ends on line {block.end_lineno}",
                ],
                hint=f"Until when does this task need `{opened}`, and which line waits that long?",
            )
            return


def _opening(case: Case, call: ast.Call) -> tuple[ast.AsyncWith | None, str]:
    """Return the block round a call that is given what the block has opened, and its name."""
    for outer in case.code.around(call):
        if isinstance(outer, ast.AsyncWith):
            names = {item.optional_vars.id for item in outer.items if isinstance(item.optional_vars, ast.Name)}
            groups = {item.optional_vars for item in outer.items if case.code.calls_of("TaskGroup", within=item)}
            used = sorted(names & case.code.names_in(call))
            if used and not groups:
                return outer, used[0]
    return None, ""


def _waits_inside(case: Case, block: ast.AsyncWith, call: ast.Call) -> bool:
    """Whether the block itself waits for anything below a call, or for the call."""
    waits = [node for part in block.body for node in ast.walk(part) if isinstance(node, ast.Await)]
    return any(node.lineno > call.lineno or call in ast.walk(node) for node in waits)
