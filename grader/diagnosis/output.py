"""What was printed or returned is not what was asked for, and no fault of waiting explains it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Asked, Diagnostic, Place, Printed, Returned

from .case import Case, Run
from .lateness import TOLERANCE
from .source import Function
from .words import quoted


def not_returned(case: Case) -> Iterator[Diagnostic]:
    """Name a result that was worked out and not returned."""
    for run in case.failed_runs:
        finding = run.finding
        if finding is None or "returns None" not in finding.actual or "returns None" in finding.expected:
            continue
        function = _returner(case, run)
        if function is None or not isinstance(run.trace.outcome, Returned):
            continue
        returns = [node for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
        printed = next((node for node in returns if _is_print(case, node.value)), None)
        yield case.diagnostic(
            "result-not-returned",
            f"`{function.name}` returned None" + (", which is what `print` returns" if printed else ""),
            printed or function,
            label="returns what `print` returns" if printed else "no result is returned",
            notes=[f"asked for: {line}" for line in finding.expected if line.startswith("returns ")],
            hint=f"What does the code that awaits `{function.name}` get?",
        )
        return


def _returner(case: Case, run: Run) -> Function | None:
    """Return the function whose result a check looked at; for a check's own code, the one that returns nothing."""
    target = case.code.functions.get(run.trace.target.partition("(")[0])
    if target is not None:
        return target
    asked = [case.code.functions.get(name) for name in case.entry_names if name != "main"]
    return next((function for function in asked if function is not None and not _returns(function)), None)


def _returns(function: Function) -> bool:
    return any(isinstance(node, ast.Return) and node.value is not None for node in ast.walk(function))


def _is_print(case: Case, node: ast.expr | None) -> bool:
    return isinstance(node, ast.Call) and case.code.callee(node) == "print"


def order(case: Case) -> Iterator[Diagnostic]:
    """Name right lines, or right results, in another order than was asked for."""
    for run in case.runs:
        actual, expected = [line.text for line in run.lines], [line.text for line in run.expected_lines]
        if not expected or actual == expected or len(actual) != len(expected):
            continue
        pair = next(((a, e) for a, e in zip(run.lines, run.expected_lines, strict=True) if a.text != e.text), None)
        if pair is None:
            continue
        found, wanted = pair
        same_lines = sorted(actual) == sorted(expected)
        same_parts = sorted(found.text) == sorted(wanted.text) and len(_parts(found.text)) > 1
        if not same_lines and not same_parts:
            continue
        message = f"{quoted(found.text)} was printed where {quoted(wanted.text)} was due"
        if same_parts and not same_lines:
            message = f"the results came in another order: {quoted(found.text, 60)}"
        yield case.diagnostic(
            "output-order",
            message,
            _ordering(case, found) or found.place,
            label="printed here",
            notes=[f"due: {quoted(wanted.text, 80)}"] if same_parts else [],
            hint="What decides the order here: the order in which things are started, or the order in which they end?",
        )
        return
    yield from _begun_in_other_order(case)


def _parts(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _ordering(case: Case, line: Printed) -> ast.AST | None:
    calls = case.code.calls_of("as_completed", "wait")
    return calls[0] if calls and line.place is not None else None


def _begun_in_other_order(case: Case) -> Iterator[Diagnostic]:
    for run in case.failed_runs:
        actual = [(event.time, event.arguments) for event in run.events(Asked)]
        wanted = [
            (event.time, event.arguments)
            for event in (run.reference.events if run.reference else ())
            if isinstance(event, Asked)
        ]
        if actual == wanted or sorted(actual) != sorted(wanted) or not actual:
            continue
        event = next(
            event for event, due in zip(run.events(Asked), wanted, strict=True) if (event.time, event.arguments) != due
        )
        span = run.by_call.get(event.call) if event.call is not None else None
        label = span.label if span is not None else f"{event.service}({', '.join(event.arguments)})"
        due = next(due for one, due in zip(actual, wanted, strict=True) if one != due)
        other = f"{event.service.rpartition('.')[2]}({', '.join(due[1])})"
        yield case.diagnostic(
            "output-order",
            f"{quoted(label)} began before {quoted(other)}",
            span.place if span is not None else None,
            label="begins here",
            hint="In which order do coroutines begin that are started together?",
        )
        return


def wrong_output(case: Case) -> Iterator[Diagnostic]:
    """State what differed, where nothing explains it."""
    for run in case.failed_runs:
        assert run.finding is not None
        finding = run.finding
        place, label = _blamed(run)
        function = case.code.functions.get(run.trace.target.partition("(")[0])
        differs = [f"asked for: {' '.join(line.split())}" for line in finding.expected if line not in finding.actual]
        happened = [f"happened: {' '.join(line.split())}" for line in finding.actual if line not in finding.expected]
        yield case.diagnostic(
            "wrong-output",
            (_replaced_line(run) if run.differs_in_lines else None) or finding.message,
            place if case.line(place) is not None else function,
            label=label,
            notes=[*differs[:1], *happened[:1]],
            hint=f"The exercise asks: {finding.title}. Which line of the program decides that?",
        )
        return


def _replaced_line(run: Run) -> str | None:
    """Name the first line in whose place, and at whose time, another one was printed."""
    for found, due in zip(run.lines, run.expected_lines, strict=False):
        if found.text != due.text:
            same_time = abs(found.time - due.time) <= TOLERANCE
            return f"{quoted(found.text)} was printed where {quoted(due.text)} was due" if same_time else None
    return None


def _blamed(run: Run) -> tuple[Place | None, str]:
    """Return the line that printed the first wrong line, or made the call that was not asked for, and a label."""
    finding = run.finding
    message = finding.message if finding is not None else ""
    due = [(line.text, line.time) for line in run.expected_lines]
    for number, line in enumerate(run.lines) if run.differs_in_lines else ():
        if not run.expected_lines and line.text in message:
            return line.place, "printed here"
        if run.expected_lines and (
            number >= len(due) or line.text != due[number][0] or abs(line.time - due[number][1]) > TOLERANCE
        ):
            return line.place, "printed here"
    for span in run.spans:
        if f"`{span.label}`" in message and span.place is not None:
            return span.place, "called here"
    return None, ""
