"""Values that all calls of a coroutine share, and that change while one of them waits."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic
from grader.trace import most_at_once

from .case import Case


def shared_state(case: Case) -> Iterator[Diagnostic]:
    """Name a value that all calls share, and that changed under one of them during an `await`."""
    if not case.failed_runs:
        return
    for function in case.code.functions.values():
        if not isinstance(function, ast.AsyncFunctionDef) or not _several_at_once(case, function.name):
            continue
        for name in _shared_names(function):
            found = _across_await(function, name)
            if found is not None:
                read = isinstance(found.ctx, ast.Load)
                yield case.diagnostic(
                    "shared-state-race",
                    f"`{name}` is shared by all calls of `{function.name}`, and changed during an `await`",
                    found,
                    label="may hold what another call has written" if read else "overwrites what others have written",
                    hint=f"What may other calls do with `{name}` while this one waits?",
                )
                return


def _shared_names(function: ast.AsyncFunctionDef) -> list[str]:
    shared = [node.names for node in ast.walk(function) if isinstance(node, ast.Global | ast.Nonlocal)]
    return sorted({name for names in shared for name in names})


def _across_await(function: ast.AsyncFunctionDef, name: str) -> ast.Name | None:
    """Return the first use of a name that relies on what stood in it before an `await`.

    That is a read after a write, or a write after a read, with the await between the two.
    """
    uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    moments = {use: _moment(function, use) for use in uses}
    uses.sort(key=moments.__getitem__)
    awaits = [(node.lineno, node.col_offset) for node in ast.walk(function) if isinstance(node, ast.Await)]
    for later in uses:
        for earlier in uses:
            between = any(moments[earlier] <= moment < moments[later] for moment in awaits)
            if between and isinstance(earlier.ctx, ast.Store) != isinstance(later.ctx, ast.Store):
                return later
    return None


def _moment(function: ast.AsyncFunctionDef, use: ast.Name) -> tuple[int, int]:
    """Return where a name is read, or, for one that is written, the end of the statement that writes it."""
    if isinstance(use.ctx, ast.Store):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and use in ast.walk(node):
                return node.end_lineno or node.lineno, node.end_col_offset or 0
    return use.lineno, use.col_offset


def _several_at_once(case: Case, function: str) -> bool:
    return any(most_at_once(run.by_function(function)) > 1 for run in case.runs)
