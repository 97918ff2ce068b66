"""Objects that were printed themselves, in place of what they hold: tasks and futures, and groups of exceptions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Diagnostic, Printed

from .case import Case
from .words import quoted

_TASK = re.compile(r"<(?:_\w+\.)?_?(Task|Future|GatheringFuture) (pending|cancelled|finished)?")
"""How a task shows itself, and a future."""

_GROUP = re.compile(r"\(\d+ sub-exceptions?\)")
"""What the text of a group of exceptions ends with."""


def not_their_results(case: Case) -> Iterator[Diagnostic]:
    """Name the line that printed a task, or a future, where its result was due."""
    found = _first(case, _TASK)
    if found is None:
        return
    line, call = found
    shown = list(_TASK.finditer(line.text))
    kind = "task" if shown[0][1] == "Task" else "future"
    ended = all(one[2] == "finished" for one in shown)
    many = len(shown) > 1
    yield case.diagnostic(
        "never-awaited",
        f"{quoted(case.code.code(call)) if call is not None else 'this line'} printed "
        + (f"{kind}s, not their results" if many else f"a {kind}, not its result"),
        call or line.place,
        label=f"prints the {kind}{'s themselves' if many else ' itself'}",
        hint=f"What gives the result of a {kind}{' that has ended' if ended else ', and waits until it is there'}?",
    )


def not_their_errors(case: Case) -> Iterator[Diagnostic]:
    """Name the line that printed what a group of exceptions says of itself, where the texts of its errors were due."""
    found = _first(case, _GROUP)
    if found is None:
        return
    line, call = found
    used = case.code.names_in(call) if call is not None else frozenset()
    clauses = [node.name for node in case.code.around(call) if isinstance(node, ast.ExceptHandler)] if call else []
    name = next((name for name in clauses if name in used), None)
    yield case.diagnostic(
        "wrong-output",
        f"{quoted(name) if name else 'this'} was a group of exceptions; its own text was printed, not theirs",
        call or line.place,
        label="prints the group itself",
        hint="Where does a group keep the exceptions that it holds, and how many may there be?",
    )


def _first(case: Case, looks: re.Pattern[str]) -> tuple[Printed, ast.Call | None] | None:
    """Return the first line that looks so where none is to, and the call that printed it."""
    for run in case.failed_runs:
        if run.reference is None or any(looks.search(line.text) for line in run.expected_lines):
            continue
        for line in run.lines:
            number = case.line(line.place)
            if looks.search(line.text) and number is not None:
                return line, case.code.on_line(number, "print")
    return None
