"""What was printed or returned is not what was asked for, and no fault of waiting explains it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any

from grader.model import (
    Asked,
    CallStarted,
    Diagnostic,
    Place,
    Printed,
    Returned,
    Signalled,
    Span,
    TaskStarted,
)

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
        printed = next((node for node in returns if _is_print(node.value)), None)
        yield case.diagnostic(
            "result-not-returned",
            f"`{function.name}` returned None" + (", which is what `print` returns" if printed else ""),
            printed or function,
            label="returns what `print` returns" if printed else "no result is returned",
            notes=[f"asked for: {line}" for line in finding.expected if line.startswith("returns ")],
            hint=f"What does the code that awaits `{function.name}` get?",
        )
        return


def printed_inside(case: Case) -> Iterator[Diagnostic]:
    """Name a function that printed its result, or lost it, where the expected run prints what it returned."""
    for run in case.failed_runs:
        reference = run.expected_run
        if reference is None:
            continue
        on_time = {(line.time, line.text) for line in run.expected_lines}
        due = {line.text: _printer(reference, line) for line in run.expected_lines}
        for line in run.lines:
            name = _printer(run, line)
            function = case.code.functions.get(name)
            if not isinstance(function, ast.AsyncFunctionDef) or name not in case.entry_names or _returns(function):
                continue
            if not case.code.calls_of(name):  # others call it, and take no result
                continue
            if name != "main" and due.get(line.text) == "main" and (line.time, line.text) not in on_time:
                yield case.diagnostic(
                    "result-not-returned",
                    f"`{name}` printed {quoted(line.text)} and returned None",
                    line.place,
                    label="printed here, and not returned",
                    hint=f"What does the code that awaits `{name}` get?",
                )
                return
        yield from _none_in_a_line(case, run)


def _none_in_a_line(case: Case, run: Run) -> Iterator[Diagnostic]:
    """Name the one function that returns nothing, where a line holds None and none is due."""
    shown = next((line for line in run.lines if "None" in _parts(line.text)), None)
    if shown is None or len(run.lines) < len(run.expected_lines):
        return
    if any("None" in _parts(line.text) for line in run.expected_lines):
        return
    called = {span.function.rpartition(".")[2] for span in run.spans if span.function != "main"}
    without = [
        function
        for name in sorted(called)
        if isinstance(function := case.code.functions.get(name), ast.AsyncFunctionDef)
        and not _returns(function)
        and _is_kept(case, name)
    ]
    if len(without) == 1:
        due = {line.text for line in run.expected_lines}
        inside = [line for line in run.lines if _printer(run, line) == without[0].name and line.text not in due]
        if len(run.lines) > len(run.expected_lines) and not inside:
            return
        yield case.diagnostic(
            "result-not-returned",
            f"`{without[0].name}` printed {quoted(inside[0].text)} and returned None"
            if inside
            else f"`{without[0].name}` returned None, and {quoted(shown.text)} was printed",
            inside[0].place if inside else without[0],
            label="printed here, and not returned" if inside else "no result is returned",
            hint=f"What does the code that awaits `{without[0].name}` get?",
        )


def _is_kept(case: Case, function: str) -> bool:
    """Whether anything may be done with what a function gives: it is not always awaited for nothing."""
    awaited = [case.code.await_round(call) for call in case.code.calls_of(function)]
    return any(outer is None or not case.code.is_statement(outer) for outer in awaited)


def _printer(run: Run, line: Printed) -> str:
    """Return the function that printed a line."""
    span = run.by_call.get(line.call) if line.call is not None else None
    return span.function.rpartition(".")[2] if span is not None else ""


def _returner(case: Case, run: Run) -> Function | None:
    """Return the function whose result a check looked at; for a check's own code, the one that returns nothing."""
    target = case.code.functions.get(run.trace.target.partition("(")[0])
    if target is not None:
        return target
    asked = [case.code.functions.get(name) for name in case.entry_names if name != "main"]
    return next((function for function in asked if function is not None and not _returns(function)), None)


def _returns(function: Function) -> bool:
    """Whether a function returns a value, other than that of `print`."""
    returns = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    return any(value is not None and not _is_print(value) for value in returns)


def _is_print(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def _signalled_first(case: Case) -> Diagnostic | None:
    """Name a signal that was given before tasks had begun that were made before it."""
    for run in case.failed_runs:
        for index, event in enumerate(run.trace.events):
            if not isinstance(event, Signalled) or event.how != "set" or run.expected_run is None:
                continue
            made = {e.task for e in run.trace.events[:index] if isinstance(e, TaskStarted) and e.parent == event.task}
            begun = {e.task for e in run.trace.events[:index] if isinstance(e, CallStarted)}
            early = sorted(made - begun)
            usual = next((e for e in run.expected_run.events(Signalled) if e.how == "set"), None)
            line = case.line(event.place)
            if not early or usual is None or usual.time <= event.time or line is None:
                continue
            name = quoted(run.names.get(early[0], "a task"))
            return case.diagnostic(
                "output-order",
                f"{quoted(case.code.code(node))} came before {name} had begun"
                if (node := case.code.on_line(line, "set")) is not None
                else f"the signal came before {name} had begun",
                node or event.place,
                label="the tasks made above have not begun yet",
                notes=["a task begins when the code that made it waits next"],
                hint="When does a task begin, and what lets it get to the line on which it waits?",
            )
    return None


def order(case: Case) -> Iterator[Diagnostic]:
    """Name right lines, or right results, in another order than was asked for."""
    early = _signalled_first(case)
    if early is not None:
        yield early
        return
    for run in case.runs:
        actual, expected = [line.text for line in run.lines], [line.text for line in run.expected_lines]
        if not expected or actual == expected or len(actual) != len(expected):
            continue
        pair = next(((a, e) for a, e in zip(run.lines, run.expected_lines, strict=True) if a.text != e.text), None)
        if pair is None:
            continue
        found, wanted = pair
        same = sorted(actual) == sorted(expected)
        same_lines = same and not _came_early(run, found)
        same_parts = sorted(found.text) == sorted(wanted.text) and len(_parts(found.text)) > 1
        moved = _parts(found.text) != _parts(wanted.text)  # else the words are those due, and their marks are others
        crossed = moved and not same and _all_parts(run.lines) == _all_parts(run.expected_lines)
        if not same_lines and not same_parts and not crossed:
            continue
        message = f"{quoted(found.text, 35)} was printed before {quoted(wanted.text, 35)}, which was due first"
        if (same_parts or crossed) and not same_lines:
            message = f"the results came in another order: {quoted(found.text, 60)}"
        elif (began := _began_first(case, run, found, wanted)) is not None:
            yield began
            return
        elif same_lines and _changed_places(run, found, wanted):
            continue
        node, label = _ordering(case, found)
        yield case.diagnostic(
            "output-order",
            message,
            node or found.place,
            label=label,
            notes=[f"due: {quoted(wanted.text, 80)}"] if same_parts or crossed else [],
            hint=_BY_WHAT if label == _ORDERS["sorted"] else _START_OR_END,
        )
        return
    yield from _begun_in_other_order(case)


def _changed_places(run: Run, found: Printed, wanted: Printed) -> bool:
    """Whether calls of one function printed lines at other times than were due: that is the fault then."""
    other = next(line for line in run.lines if line.text == wanted.text)
    due = {line.text: line.time for line in run.expected_lines}
    usual = _printer(run.expected_run, wanted) if run.expected_run is not None else ""
    of_one_function = _printer(run, found) == _printer(run, other) == usual
    late = any(abs(line.time - due[line.text]) > TOLERANCE for line in (found, other))
    return late and of_one_function and found.call != other.call


def by_position(case: Case) -> Iterator[Diagnostic]:
    """Name results that were taken by their position, though they came in the order in which they ended."""
    if not any(run.differs_in_lines for run in case.failed_runs):
        return
    kept = {name for call in case.code.calls_of("as_completed") for name in case.code.kept_under(call)}
    for call in case.code.calls_of("zip", "enumerate"):
        for given in call.args:
            ended = isinstance(given, ast.Call) and case.code.callee(given).endswith("as_completed")
            if ended or (isinstance(given, ast.Name) and given.id in kept):
                yield case.diagnostic(
                    "output-order",
                    f"`{case.code.callee(call)}` gave positions to results that came in the order in which they ended",
                    call,
                    label="counts them as they come",
                    hint="What does the position of something that `as_completed` gives say about which one it is?",
                )
                return


def _came_early(run: Run, line: Printed) -> bool:
    """Whether the call that printed a line began, or ended, before it does in the expected run: no matter of order."""
    span = run.by_call.get(line.call) if line.call is not None else None
    usual = [other for other in run.expected if span is not None and other.label == span.label]
    if span is None or len(usual) != 1:
        return False
    return min(span.start - usual[0].start, span.end - usual[0].end) < -TOLERANCE


def _parts(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _all_parts(lines: Sequence[Printed]) -> list[str]:
    """Return the words of several lines, in the order of the alphabet: values that changed places leave it as it is."""
    return sorted(part for line in lines for part in _parts(line.text))


_ORDERS = {
    "asyncio.as_completed": "gives them in the order in which they end",
    "asyncio.wait": "gives sets, which have no order",
    "sorted": "puts them in an order of its own",
}
"""Functions that decide an order, and how."""


def _ordering(case: Case, line: Printed) -> tuple[ast.AST | None, str]:
    """Return what decides the order in which something was printed, and a label for it."""
    number = case.line(line.place)
    printing = case.code.on_line(number, "sorted") if number is not None else None
    calls = [call for call in case.code.calls if case.code.callee(call) in _ORDERS and _is_used(case, call)]
    call = printing or next((call for call in calls if case.code.callee(call) != "sorted"), None)
    if call is None or number is None:
        return None, "printed here"
    return call, _ORDERS[case.code.callee(call)]


_START_OR_END = "What decides the order here: the order in which things are started, or the order in which they end?"
_BY_WHAT = "By what does `sorted` order things, and by what is the order asked for?"


def _is_used(case: Case, call: ast.Call) -> bool:
    """Whether what a call gives, or gives when awaited, is used."""
    outer = case.code.parent(call)
    return not case.code.is_statement(outer if isinstance(outer, ast.Await) else call)


def _began_first(case: Case, run: Run, found: Printed, wanted: Printed) -> Diagnostic | None:
    """Name the call that began first, where the first lines of two calls have changed places."""
    span = run.by_call.get(found.call) if found.call is not None else None
    usual = run.expected_run.by_call.get(wanted.call) if run.expected_run and wanted.call is not None else None
    if span is None or usual is None or span.label == usual.label or span.function != usual.function:
        return None
    other = next((one for one in run.spans if one.label == usual.label), None)
    if other is None or other.start != span.start or (span.start, found.text) not in span.lines[:1]:
        return None
    return _began(case, span, other)


def _began(case: Case, span: Span, other: Span) -> Diagnostic:
    """Say that one call began before another one that was to be first."""
    made = _made(case, other)
    later = made is not None and any(
        isinstance(outer, ast.Call) and case.code.callee(outer).rpartition(".")[2] in ("create_task", "ensure_future")
        for outer in case.code.around(made)
    )
    awaited = (node := _made(case, span)) is not None and case.code.is_awaited(node)
    waits = "a task begins when the code that made it waits next; a coroutine that is awaited begins at once"
    return case.diagnostic(
        "output-order",
        f"{quoted(span.label)} began before {quoted(other.label)}",
        node or span.place,
        label="begins first",
        notes=[waits] if later and awaited else [],
        hint="In which order do coroutines begin that are started together?",
    )


def _made(case: Case, span: Span) -> ast.Call | None:
    """Return the call in the program that made a coroutine: of several on its line, the one with its arguments."""
    line = case.line(span.place)
    if line is None:
        return None
    statement = case.code.statement(line)
    calls = case.code.calls_of(span.function, within=statement) if statement is not None else ()
    exact = [call for call in calls if ast.unparse(call) == span.label]
    return exact[0] if exact else case.code.on_line(line, span.function)


def _begun_in_other_order(case: Case) -> Iterator[Diagnostic]:
    for run in case.failed_runs:
        actual = [(event.time, event.arguments) for event in run.events(Asked)]
        wanted = [
            (event.time, event.arguments)
            for event in (run.reference.events if run.reference else ())
            if isinstance(event, Asked)
        ]
        if actual == wanted or not actual or any(sorted(one) != sorted(due) for one, due in _columns(actual, wanted)):
            continue
        event = next(
            event for event, due in zip(run.events(Asked), wanted, strict=True) if (event.time, event.arguments) != due
        )
        span = run.by_call.get(event.call) if event.call is not None else None
        label = span.label if span is not None else f"{event.service}({', '.join(event.arguments)})"
        due = next(due for one, due in zip(actual, wanted, strict=True) if one != due)
        other = f"{event.service.rpartition('.')[2]}({', '.join(due[1])})"
        second = next((one for one in run.spans if one.label == other), None)
        if span is not None and second is not None and second.start == span.start:
            yield _began(case, span, second)
            return
        yield case.diagnostic(
            "output-order",
            f"{quoted(label)} began before {quoted(other)}",
            span.place if span is not None else None,
            label="begins here",
            hint="In which order do coroutines begin that are started together?",
        )
        return


def _columns(
    actual: list[tuple[int, tuple[str, ...]]], wanted: list[tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[Sequence[Any], Sequence[Any]]]:
    """Yield times beside times, and arguments beside arguments."""
    yield [time for time, _ in actual], [time for time, _ in wanted]
    yield [arguments for _, arguments in actual], [arguments for _, arguments in wanted]


def swapped_arguments(case: Case) -> Iterator[Diagnostic]:
    """Name a call whose arguments stand in another order than was asked for."""
    for run in case.failed_runs:
        wanted = run.expected_run.events(Asked) if run.expected_run is not None else ()
        for event in run.events(Asked):
            span = run.by_call.get(event.call) if event.call is not None else None
            if span is None or any(event.arguments == due.arguments for due in wanted):
                continue
            for due in wanted:
                if due.service == event.service and sorted(due.arguments) == sorted(event.arguments):
                    name = due.service.rpartition(".")[2]
                    right = quoted(f"{name}({', '.join(due.arguments)})")
                    yield case.diagnostic(
                        "wrong-output",
                        f"{quoted(span.label)} was called where {right} was due",
                        _made(case, span) or span.place,
                        label="its arguments stand in another order",
                        hint=f"Which argument of `{name}` comes first?",
                    )
                    return


def wrong_output(case: Case) -> Iterator[Diagnostic]:
    """State what differed, where nothing explains it."""
    for run in case.failed_runs:
        assert run.finding is not None
        finding = run.finding
        place, label = _blamed(run)
        further = _further_line(run) if run.differs_in_lines else None
        function = case.code.functions.get(run.trace.target.partition("(")[0])
        differs = [f"asked for: {' '.join(line.split())}" for line in finding.expected if line not in finding.actual]
        happened = [f"happened: {' '.join(line.split())}" for line in finding.actual if line not in finding.expected]
        yield case.diagnostic(
            "wrong-output",
            further or (_replaced_line(run) if run.differs_in_lines else None) or finding.message,
            place if case.line(place) is not None else function,
            label=label,
            notes=[*differs[:1], *happened[:1]],
            hint="Which line prints this, and does the exercise ask for it?"
            if further
            else f"The exercise asks: {finding.title}. Which line of the program decides that?",
        )
        return


def _further_line(run: Run) -> str | None:
    """Name the first line that was printed beside all those that were due."""
    due = [line.text for line in run.expected_lines]
    beside = []
    for line in run.lines:
        if due and line.text == due[0]:
            due.pop(0)
        else:
            beside.append(line.text)
    on_time = {(line.text, line.time) for line in run.lines} >= {(line.text, line.time) for line in run.expected_lines}
    if not beside or due or not on_time:
        return None
    return f"a further line was printed{': ' + quoted(beside[0], 60) if beside[0].strip() else ', an empty one'}"


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
