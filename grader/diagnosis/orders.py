"""Right lines, or right results, in another order than was asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from grader.model import (
    Asked,
    CallStarted,
    Diagnostic,
    Printed,
    Signalled,
    Span,
    TaskStarted,
)

from .case import Case, Run
from .lateness import TOLERANCE
from .output import maker
from .words import both_quoted, quoted, words_of


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


def read_too_early(case: Case) -> Iterator[Diagnostic]:
    """Name a line that printed what tasks were to fill which had been made above, and had not begun."""
    for run in case.runs if case.is_script else case.failed_runs:
        made: dict[int, TaskStarted] = {}
        for event in run.trace.events:
            if isinstance(event, TaskStarted):
                made[event.task] = event
            if isinstance(event, CallStarted):
                made.pop(event.task or 0, None)
            line = case.line(event.place) if isinstance(event, Printed) else None
            statement = case.code.statement(line) if line is not None else None
            if not isinstance(event, Printed) or statement is None:
                continue
            for task in made.values():
                function = case.code.functions.get(task.name.partition("(")[0].rpartition(".")[2])
                filled = _filled(case, function) if function is not None and task.parent == event.task else set[str]()
                read = [node for node in ast.walk(statement) if _last(case, node) in filled]
                if read:
                    what, name = quoted(case.code.code(read[0])), quoted(task.name, 40)
                    yield case.diagnostic(
                        "output-order",
                        f"{what} was printed before {name} had begun, which fills it",
                        read[0],
                        label="the tasks made above have not begun yet",
                        notes=["a task begins when the code that made it waits next"],
                        hint="When does a task begin, and which line waits until it has ended?",
                    )
                    return


def _filled(case: Case, function: ast.AST) -> set[str]:
    """Return the names, and the attributes, to which a function adds something."""
    found = set()
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr="append" | "add" | "extend" | "update" | "put_nowait")):
                found.add(_last(case, owner))
            case ast.Assign(targets=[ast.Subscript(value=owner)]) | ast.AugAssign(target=owner):
                found.add(_last(case, owner))
            case _:
                pass
    return found - {""}


def _last(case: Case, node: ast.AST) -> str:
    """Return the last part of a name or an attribute."""
    return case.code.dotted(node, {}).rpartition(".")[2] if isinstance(node, ast.Name | ast.Attribute) else ""


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
        same_parts = sorted(found.text) == sorted(wanted.text) and len(words_of(found.text)) > 1
        # Else the words are those due, and their marks are others.
        moved = words_of(found.text) != words_of(wanted.text)
        crossed = moved and not same and _all_parts(run.lines) == _all_parts(run.expected_lines)
        if not same_lines and not same_parts and not crossed:
            continue
        own, other = both_quoted(found.text, wanted.text, 35)
        message = f"{own} was printed before {other}, which was due first"
        if (same_parts or crossed) and not same_lines:
            message = f"the results came in another order: {quoted(found.text, 60)}"
        elif not run.may_come_in_any_order and (began := _began_first(case, run, found, wanted)) is not None:
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
    usual = run.expected_run.printer(wanted) if run.expected_run is not None else ""
    of_one_function = run.printer(found) == run.printer(other) == usual
    late = any(abs(line.time - due[line.text]) > TOLERANCE for line in (found, other))
    return late and of_one_function and found.call != other.call


def by_position(case: Case) -> Iterator[Diagnostic]:
    """Name results that were taken by their position, though they came in the order in which they ended."""
    if case.is_script:
        yield from _paired(case)
        return
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


def _paired(case: Case) -> Iterator[Diagnostic]:
    """Ask about results of a script that were put beside other things, and ended in another order than they began."""
    for run in case.runs:
        for call in case.code.calls_of("as_completed"):
            outer = case.code.parent(call)
            begun = [task.task for task in run.tasks.values() if case.line(task.place) == call.lineno]
            ended = sorted((task for task in begun if task in run.ends), key=lambda task: run.ends[task].time)
            if not isinstance(outer, ast.Call) or case.code.callee(outer) != "zip" or ended == sorted(ended):
                continue
            if all(isinstance(other, ast.Call) for other in outer.args):
                continue  # numbers them as they come
            yield case.diagnostic(
                "output-order",
                "`zip` put other values beside results that came in the order in which they ended",
                outer,
                label="pairs them as they come",
                hint="What does the position of something that `as_completed` gives say about which one it is?",
                certain=False,
            )
            return


def _came_early(run: Run, line: Printed) -> bool:
    """Whether the call that printed a line began, or ended, before it does in the expected run: no matter of order."""
    span = run.by_call.get(line.call) if line.call is not None else None
    usual = [other for other in run.expected if span is not None and other.label == span.label]
    if span is None or len(usual) != 1:
        return False
    return min(span.start - usual[0].start, span.end - usual[0].end) < -TOLERANCE


def _all_parts(lines: Sequence[Printed]) -> list[str]:
    """Return the words of several lines, in the order of the alphabet: values that changed places leave it as it is."""
    return sorted(part for line in lines for part in words_of(line.text))


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
    if number is None:
        return None, "printed here"
    if call is None:
        put = [call for call in case.code.calls if isinstance(call.func, ast.Attribute) and call.func.attr == "sort"]
        return (put[0], _ORDERS["sorted"]) if len(put) == 1 else (None, "printed here")
    return call, _ORDERS[case.code.callee(call)]


_START_OR_END = "What decides the order here: the order in which things are started, or the order in which they end?"


_BY_WHAT = "By what are things put in order here, and by what is the order asked for?"


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
    made = maker(case, other)
    later = made is not None and any(
        isinstance(outer, ast.Call) and case.code.callee(outer).rpartition(".")[2] in ("create_task", "ensure_future")
        for outer in case.code.around(made)
    )
    awaited = (node := maker(case, span)) is not None and case.code.is_awaited(node)
    waits = "a task begins when the code that made it waits next; a coroutine that is awaited begins at once"
    return case.diagnostic(
        "output-order",
        f"{quoted(span.label)} began before {quoted(other.label)}",
        node or span.place,
        label="begins first",
        notes=[waits] if later and awaited else [],
        hint="In which order do coroutines begin that are started together?",
    )


def _begun_in_other_order(case: Case) -> Iterator[Diagnostic]:
    for run in case.failed_runs:
        actual = [(event.time, event.arguments) for event in run.events(Asked)]
        wanted = [
            (event.time, event.arguments)
            for event in (run.reference.events if run.reference else ())
            if isinstance(event, Asked)
        ]
        if run.may_come_in_any_order:
            continue
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
