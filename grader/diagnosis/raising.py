"""Which error leaves a coroutine: another one than was asked for, none at all, or one that was to be caught.

A check says which error is due. What became of it the text shows: the `raise` that makes another one, the clause that
keeps it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from grader.model import Diagnostic, Raised

from .case import Case, Run
from .catching import catches, classes_above, names_of
from .words import both_quoted, plain, quoted

NOTHING = "nothing"


def replaced(case: Case) -> Iterator[Diagnostic]:
    """Name an error that the program made in place of the one that came."""
    for run in case.failed_runs:
        due, found = _of_finding(run)
        kind = found.partition(":")[0]
        for node in case.code.nodes if NOTHING not in (due, found) and due != found else ():
            made = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(made, ast.Call) and case.code.callee(made).rpartition(".")[2] == kind:
                yield case.diagnostic(
                    "wrong-output",
                    "{} was raised in place of {}".format(*both_quoted(plain(found), plain(due), 36)),
                    node,
                    label="makes another error than the one that came",
                    hint="What does this line raise, and which error is there already?",
                )
                return


def kept(case: Case) -> Iterator[Diagnostic]:
    """Name a clause that kept an error which was to leave."""
    for run in case.failed_runs:
        due, found = _of_finding(run)
        kind = due.partition(":")[0]
        for handler in _handlers(case, run) if NOTHING != due != found else ():
            if catches(case.code, handler, kind) is not True:
                continue
            clause = quoted(f"except {case.code.code(handler.type)}" if handler.type is not None else "except", 50)
            if kind in names_of(case.code, handler):
                if any(isinstance(node, ast.Raise) for node in ast.walk(handler)):
                    continue
                yield case.diagnostic(
                    "swallowed-exception",
                    f"{clause} kept {quoted(plain(due), 40)}, which was to leave",
                    handler,
                    label="no way through this clause raises it again",
                    hint="After which try is there nothing left to wait for, and who is to know of the error then?",
                )
            else:
                yield case.diagnostic(
                    "wrong-except",
                    f"{clause} caught {quoted(plain(due), 40)} as well, which was to leave",
                    handler,
                    label=f"a {kind} is one of those that it catches",
                    hint="Which classes does this clause catch, and which of them was it written for?",
                )
            return


def told_by_type(case: Case) -> Iterator[Diagnostic]:
    """Name a comparison of an error's very class, by which kinds of that class are let out."""
    for run in case.failed_runs:
        outcome = run.trace.outcome
        for handler in _handlers(case, run) if isinstance(outcome, Raised) else ():
            for node in ast.walk(handler):
                if not isinstance(node, ast.Compare) or not _is_class_of(node.left, handler.name):
                    continue
                wanted = case.code.dotted(node.comparators[0]).rpartition(".")[2]
                if isinstance(outcome, Raised) and wanted in classes_above(case.code, outcome.error) - {outcome.error}:
                    yield case.diagnostic(
                        "wrong-except",
                        f"{quoted(case.code.code(node), 40)} let {quoted(outcome.error)} out, a {quoted(wanted)}",
                        node,
                        label="asks for one class, and not for kinds of it",
                        hint="Which form of `except` catches a class and all its kinds?",
                    )
                    return


def _of_finding(run: Run) -> tuple[str, str]:
    """Return which error was due and which came, as `Class: message`; `nothing` where that was not looked at."""
    finding = run.finding
    return (_error(finding.expected), _error(finding.actual)) if finding is not None else (NOTHING, NOTHING)


def _error(told: Sequence[str]) -> str:
    return next((line.removeprefix("raises ") for line in told if line.startswith("raises ")), NOTHING)


def _handlers(case: Case, run: Run) -> Iterator[ast.ExceptHandler]:
    """Yield the clauses of the functions that were called."""
    called = {span.function.rpartition(".")[2] for span in run.spans}
    for node in case.code.nodes:
        function = case.code.function_of(node) if isinstance(node, ast.ExceptHandler) else None
        if isinstance(node, ast.ExceptHandler) and function is not None and function.name in called:
            yield node


def _is_class_of(node: ast.expr, name: str | None) -> bool:
    """Whether an expression is the class of what a clause has caught."""
    match node:
        case ast.Call(func=ast.Name(id="type"), args=[ast.Name(id=found)]):
            return found == name
        case ast.Attribute(attr="__class__", value=ast.Name(id=found)):
            return found == name
        case _:
            return False
