"""Errors that the exercise asks for: kept where they were to come out, and thrown away where they were to be told."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, LeftBehind, Returned, Suspended, TaskEnded

from .case import Case, Run
from .catching import catches
from .source import Function
from .words import plain, quoted


def kept(case: Case) -> Iterator[Diagnostic]:
    """Name the clause of an entry point that catches the error which the function itself was to raise."""
    for run in case.failed_runs:
        for label, error in _due(run):
            function = case.code.functions.get(label.partition("(")[0])
            handler = _own_handler(case, function, error) if function is not None else None
            if function is None or handler is None:
                continue
            yield case.diagnostic(
                "swallowed-exception",
                f"{quoted(label)} kept its own error to itself: it ended as if nothing had failed",
                handler,
                label=f"catches what `{function.name}` raises",
                notes=[f"asked for: it raises {plain(error)}"],
                hint=f"Who awaits `{function.name}`, and how do they learn that it failed?",
            )
            return


def _due(run: Run) -> Iterator[tuple[str, str]]:
    """Yield the calls that ended by themselves, and the errors that they end with in the expected run."""
    shown = run.finding
    asked = [line.removeprefix("raises ") for line in shown.expected if line.startswith("raises ")] if shown else []
    if shown is not None and asked and "raises nothing" in shown.actual:
        yield run.trace.target, asked[0]
    ended = {task.name: run.ends[number].how for number, task in run.tasks.items() if number in run.ends}
    usual = run.expected_run
    for number, task in usual.tasks.items() if usual is not None else ():
        end = usual.ends.get(number) if usual is not None else None
        if end is not None and end.how == "raised" and ended.get(task.name) == "returned":
            yield task.name, end.detail


def _own_handler(case: Case, function: Function, error: str) -> ast.ExceptHandler | None:
    """Return the clause that takes what a `raise` in the same function raises, and does not pass it on."""
    for block in ast.walk(function):
        if not isinstance(block, ast.Try) or not any(isinstance(n, ast.Raise) for s in block.body for n in ast.walk(s)):
            continue
        for handler in block.handlers:
            if catches(case.code, handler, error.partition(":")[0]) and not _raises(handler):
                return handler
    return None


def _raises(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def kept_from_group(case: Case) -> Iterator[Diagnostic]:
    """Name the clause that keeps an error from the group, which would have cancelled the others."""
    for run in case.failed_runs:
        usual = run.expected_run
        if usual is None or not usual.cancelled_calls - run.cancelled_calls:
            continue
        errors = [end.detail for end in usual.events(TaskEnded) if end.how == "raised"]
        grouped = {number for event in run.events(Suspended) if "TaskGroup" in event.awaiting for number in event.on}
        for number in sorted(grouped):
            function = case.code.functions.get(run.names.get(number, "").partition("(")[0])
            for node in ast.walk(function) if function is not None and errors else ():
                if (
                    isinstance(node, ast.ExceptHandler)
                    and catches(case.code, node, errors[0].partition(":")[0])
                    and not _raises(node)
                ):
                    yield case.diagnostic(
                        "swallowed-exception",
                        f"the group did not learn of {quoted(plain(errors[0]), 50)}, so it cancelled nobody",
                        node,
                        label="catches the error before the group sees it",
                        notes=[f"cancelled in the expected run: {quoted(min(usual.cancelled_calls))}"],
                        hint="Which errors does a group see, and what does it do then with its other tasks?",
                    )
                    return


def gather_went_on(case: Case) -> Iterator[Diagnostic]:
    """Name a `gather` that passed on the first error, and whose other calls were left or cancelled then."""
    for run in case.failed_runs:
        left = {event.task for event in run.events(LeftBehind)}
        cut = {number for number, end in run.ends.items() if end.how == "cancelled"}
        for event in run.events(Suspended) if isinstance(run.trace.outcome, Returned) else ():
            raised = [task for task in event.on if task in run.ends and run.ends[task].how == "raised"]
            lost = [task for task in event.on if task in left | cut and task in run.names]
            lost = [task for task in lost if not run.is_cancelled_in_the_reference(run.names[task])]
            if not event.awaiting.startswith("asyncio.gather(") or not raised or not lost:
                continue
            line = case.line(event.place)
            call = case.code.on_line(line, "gather") if line is not None else None
            if call is None or any(keyword.arg == "return_exceptions" for keyword in call.keywords):
                continue
            name = quoted(run.names[lost[0]])
            yield case.diagnostic(
                "gather-misuse",
                f"`gather` came back with the first error, and {name} was {'left' if lost[0] in left else 'cancelled'}",
                call,
                label="does not wait for the others when one fails",
                notes=[f"raised first: {plain(run.ends[raised[0]].detail)}"],
                hint="What does `gather` do when one of its coroutines fails, and what becomes of the others?",
            )
            return


def untold(case: Case) -> Iterator[Diagnostic]:
    """Name what throws away an error whose text was to be printed."""
    for run in case.failed_runs:
        printed = {line.text for line in run.lines}
        absent = [line.text for line in run.expected_lines if line.text not in printed]
        errors = [end.detail for end in (*run.events(TaskEnded), *_usual_ends(run)) if end.how == "raised"]
        lost = next((error for error in errors for text in absent if _text(error) and _text(error) in text), None)
        node = _thrown_away(case, lost) if lost is not None else None
        if lost is None or node is None:
            continue
        filters = not isinstance(node, ast.ExceptHandler)
        yield case.diagnostic(
            "swallowed-exception",
            f"{quoted(plain(lost), 50)} was {'left out' if filters else 'caught, and its text was thrown away'}",
            node,
            label="lets no exception through" if filters else "does not say what was caught",
            notes=[f"asked for, and never printed: {quoted(absent[0], 60)}"],
            hint="Where does the text of this error go, and who was to read it?",
        )
        return


def _usual_ends(run: Run) -> tuple[TaskEnded, ...]:
    return run.expected_run.events(TaskEnded) if run.expected_run is not None else ()


def _text(error: str) -> str:
    return error.partition(": ")[2]


def _thrown_away(case: Case, error: str) -> ast.AST | None:
    """Return the test that leaves exceptions out, or the clause that catches one and uses nothing of it."""
    for node in case.code.nodes:
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="isinstance"), args=[_, kind])):
                if "Exception" in case.code.dotted(kind) or case.code.dotted(kind) == error.partition(":")[0]:
                    return node
            case ast.ExceptHandler(name=name) if catches(case.code, node, error.partition(":")[0]):
                used = {n.id for part in node.body for n in ast.walk(part) if isinstance(n, ast.Name)}
                if name not in used and not _raises(node):
                    return node
            case _:
                pass
    return None


def caught_too_much(case: Case) -> Iterator[Diagnostic]:
    """Name a clause for everything that took an error for something else, and printed a line that was not due."""
    for run in case.failed_runs:
        raised = [end.detail for end in run.events(TaskEnded) if end.how == "raised"]
        due = [line.text for line in run.expected_lines]
        due += run.finding.expected if run.finding is not None else ()
        for line in run.lines if raised else ():
            if any(line.text in told for told in due):
                continue
            number = case.line(line.place)
            statement = case.code.statement(number) if number is not None else None
            around = case.code.around(statement) if statement is not None else ()
            clause = next((node for node in around if isinstance(node, ast.ExceptHandler)), None)
            if clause is None or (clause.type is not None and case.code.dotted(clause.type) != "BaseException"):
                continue
            yield case.diagnostic(
                "wrong-except",
                f"{quoted(plain(raised[0]), 40)} was caught here, too, and {quoted(line.text, 40)} was printed",
                clause,
                label="catches everything, whatever it is",
                hint="Which exceptions arrive here, and for which of them is this clause meant?",
            )
            return
