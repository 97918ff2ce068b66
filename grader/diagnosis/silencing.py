"""Errors, and cancellations, that end inside the program where they were to come out of it.

What was to come out the check says: it names an exception that did not arrive. Where it ended, the text says: a clause
round a `raise` or a `yield`, or an `__aexit__` that returns something true.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Diagnostic

from .case import Case, Run
from .catching import catches
from .source import Function
from .swallowing import raises_again
from .words import quoted

_EXCEPTION = re.compile(r"\b(?:[A-Z]\w*(?:Error|Exception)|KeyboardInterrupt)\b")


def kept_inside(case: Case) -> Iterator[Diagnostic]:
    """Name where an exception ended that was to go on."""
    for run in case.failed_runs:
        for error in _not_arrived(run):
            found = _at_exit(case, run, error) or _in_a_clause(case, error)
            if found is not None:
                yield found
                return
        if _cancelled_in_the_reference_only(run):
            found = _at_exit(case, run, "CancelledError")
            if found is not None:
                yield found
                return


def _not_arrived(run: Run) -> list[str]:
    """Return the exceptions that were expected to arrive, and did not."""
    expected, actual = (
        (" ".join(run.finding.expected), " ".join(run.finding.actual)) if run.finding is not None else ("", "")
    )
    came = set(_EXCEPTION.findall(actual))
    return [error for error in dict.fromkeys(_EXCEPTION.findall(expected)) if error not in came]


def _cancelled_in_the_reference_only(run: Run) -> bool:
    """Whether a task that ends as cancelled in the expected run returned in this one."""
    if run.expected_run is None:
        return False
    due = {
        run.expected_run.names[task]
        for task, end in run.expected_run.ends.items()
        if end.how == "cancelled" and task in run.expected_run.names
    }
    return any(end.how == "returned" and run.names.get(task) in due for task, end in run.ends.items())


def _at_exit(case: Case, run: Run, error: str) -> Diagnostic | None:
    """Name an `__aexit__` that was called and returned something other than None or False."""
    called = {span.function for span in run.spans}
    for node in case.code.nodes:
        function = case.code.function_of(node)
        kind = case.code.parent(function) if function is not None else None
        if not isinstance(node, ast.Return) or function is None or not isinstance(kind, ast.ClassDef):
            continue
        if function.name not in ("__aexit__", "__exit__") or f"{kind.name}.{function.name}" not in called:
            continue
        if node.value is None or (isinstance(node.value, ast.Constant) and not node.value.value):
            continue
        cancellation = error == "CancelledError"
        return case.diagnostic(
            "cancel-swallowed" if cancellation else "swallowed-exception",
            f"`{kind.name}.{function.name}` returned {quoted(case.code.code(node.value))}, "
            f"and {'a cancellation' if cancellation else f'the {error}'} went no further",
            node,
            label="something true here means: the error has been dealt with",
            hint="What does `async with` do with an error, depending on what `__aexit__` returns?",
        )
    return None


def _in_a_clause(case: Case, error: str) -> Diagnostic | None:
    """Name the clause that caught what was raised in its block, or at a `yield` there, and did not raise it again."""
    for node in case.code.nodes:
        function = case.code.function_of(node)
        if not isinstance(node, ast.Try) or function is None:
            continue
        inner = [part for statement in node.body for part in ast.walk(statement)]
        raised = any(
            isinstance(part, ast.Raise) and part.exc and error in case.code.names_in(part.exc) for part in inner
        )
        given = any(isinstance(part, ast.Yield) for part in inner) and _is_entered(case, function)
        for handler in node.handlers if raised or given else ():
            if catches(case.code, handler, error) and not raises_again(handler):
                where = f"the {error} that came to its `yield`" if given else f"its {error}"
                return case.diagnostic(
                    "swallowed-exception",
                    f"`{function.name}` caught {where}, and it went no further",
                    handler,
                    label="the error ends here",
                    hint=f"Who is to learn of this {error}, and what tells them?",
                )
    return None


def _is_entered(case: Case, function: Function) -> bool:
    """Whether a generator is made a context manager."""
    return any("contextmanager" in case.code.dotted(part) for part in function.decorator_list)
