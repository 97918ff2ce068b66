"""What a task was to do under a lock, and hands to another task: the lock is given back before that has ended."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic

from .case import Case
from .tasks import starter
from .words import quoted


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
