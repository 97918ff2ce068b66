"""What was printed or returned is not what was asked for, and no fault of waiting explains it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import (
    Asked,
    Diagnostic,
    Place,
    Printed,
    Returned,
    Span,
)

from . import clues, moments
from .behind import behind
from .case import Case, Run
from .evidence import Finding
from .lateness import TOLERANCE
from .making import maker_of
from .source import Function
from .words import both_quoted, quoted, words_of


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
        due = {line.text: reference.printer(line) for line in run.expected_lines}
        for line in run.lines:
            name = run.printer(line)
            function = case.code.functions.get(name)
            if not isinstance(function, ast.AsyncFunctionDef) or name not in case.entry_names or _returns(function):
                continue
            if not case.code.calls_of(name) or _gives_nothing(function):  # or others call it, and take no result
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


def _gives_nothing(function: Function) -> bool:
    """Whether a function says that it returns nothing, as the stub does of one that is to print."""
    return isinstance(function.returns, ast.Constant) and function.returns.value is None


def _none_in_a_line(case: Case, run: Run) -> Iterator[Diagnostic]:
    """Name the one function that returns nothing, where a line holds None and none is due."""
    shown = next((line for line in run.lines if "None" in words_of(line.text)), None)
    if shown is None or len(run.lines) < len(run.expected_lines):
        return
    if any("None" in words_of(line.text) for line in run.expected_lines):
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
        inside = [line for line in run.lines if run.printer(line) == without[0].name and line.text not in due]
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


def end_mark(case: Case) -> Iterator[Diagnostic]:
    """Name where the None that says "no more" was taken for an item, and printed."""
    puts = case.code.calls_of("put", "put_nowait")
    marks = [call for call in puts if any(isinstance(a, ast.Constant) and a.value is None for a in call.args)]
    for run in case.failed_runs if marks else ():
        due = {line.text for line in run.expected_lines}
        shown = next((line for line in run.lines if line.text not in due and "None" in words_of(line.text)), None)
        if shown is None or any("None" in words_of(text) for text in due):
            continue
        number = case.line(shown.place)
        function = case.code.function_at(number) if number is not None else None
        takes = case.code.calls_of("get", "get_nowait", within=function) if function is not None else ()
        yield case.diagnostic(
            "wrong-output",
            f"the mark None, which says that no more comes, was taken for an item: {quoted(shown.text)} was printed",
            takes[0] if takes else shown.place,
            label="takes the mark like any item" if takes else "printed here",
            notes=[f"line {marks[0].lineno} puts the mark into a queue"],
            hint="How does whoever takes from this queue tell an item from the mark, and where does the mark end?",
        )
        return


def _is_kept(case: Case, function: str) -> bool:
    """Whether anything may be done with what a function gives: it is not always awaited for nothing."""
    awaited = [case.code.await_round(call) for call in case.code.calls_of(function)]
    return any(outer is None or not case.code.is_statement(outer) for outer in awaited)


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


def maker(case: Case, span: Span) -> ast.Call | None:
    """Return the call in the program that made a coroutine: of several on its line, the one with its arguments."""
    line = case.line(span.place)
    if line is None:
        return None
    statement = case.code.statement(line)
    calls = case.code.calls_of(span.function, within=statement) if statement is not None else ()
    exact = [call for call in calls if ast.unparse(call) == span.label]
    return exact[0] if exact else case.code.on_line(line, span.function)


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
                        maker(case, span) or span.place,
                        label="its arguments stand in another order",
                        hint=f"Which argument of `{name}` comes first?",
                    )
                    return


def wrong_output(case: Case) -> Iterator[Diagnostic]:
    """State what differed, where nothing explains it."""
    for run in case.failed_runs:
        assert run.finding is not None
        finding = run.finding
        further = _further_line(run) if run.differs_in_lines else None
        looks = (*clues.LOOKS, *moments.LOOKS) if further is None else clues.LOOKS
        clue = next(filter(None, (look(case, run) for look in looks)), None)
        if clue is not None:
            yield clue
            return
        place, label = _blamed(case, run)
        made = _made(case, run, place)
        function = case.code.functions.get(run.trace.target.partition("(")[0])
        at: ast.AST | Place | None = place if case.line(place) is not None else _giving(case, function, finding.message)
        why = label
        if made is None and at is None:
            at, why = behind(case, finding.message)
        told = " not at t=" in finding.message  # both moments
        differs = [f"asked for: {' '.join(line.split())}" for line in finding.expected if line not in finding.actual]
        happened = [f"happened: {' '.join(line.split())}" for line in finding.actual if line not in finding.expected]
        message = further or (_replaced_line(run) if run.differs_in_lines else None) or finding.message
        yield case.diagnostic(
            "wrong-output",
            message,
            made or at,
            label=f"what line {case.line(place)} prints comes from here" if made is not None else why,
            notes=[] if told else [*differs[:1], *happened[:1]],
            hint="Which line prints this, and does the exercise ask for it?"
            if further
            else _DRIVEN.format(finding.title)
            if made is None and at is None and _is_driven(case, message)
            else _question(message, finding),
        )
        return


def _giving(case: Case, function: Function | None, message: str) -> ast.AST | None:
    """Return the only statement of a function that gives what was not asked for; else the function."""
    returns = [node for node in case.code.nodes if isinstance(node, ast.Return)]
    returns = [node for node in returns if case.code.function_of(node) is function]
    return returns[0] if len(returns) == 1 and re.search(r"\)` returned (?!None)", message) else function


_DRIVEN = "What does the program do in this run that goes against “{}”?"


def _is_driven(case: Case, message: str) -> bool:
    """Whether a check speaks of what a driver of the author's returned, which no line of the program gives."""
    returned = re.match(r"`(\w+)\(.*\)` returned ", message)
    return returned is not None and returned[1] not in case.code.functions


def _question(message: str, finding: Finding) -> str:
    """Return a question that holds what differed."""
    replaced = re.match(r"`(.*)` was printed where `(.*)` was due$", message)
    if replaced is not None:
        own, other = _apart(replaced[1], replaced[2])
        return f"Where does {quoted(own)} in this line come from, and which line is to give {quoted(other)}?"
    for pattern, question in _QUESTIONS:
        told = re.match(pattern, message)
        if told is not None:
            return told.expand(question)
    return f"The exercise asks: {finding.title}. Which line of the program decides that?"


def _apart(own: str, other: str) -> tuple[str, str]:
    """Leave out the words with which two lines begin and end alike; both in full, where nothing else would be left.

    >>> _apart("floor 0 of 9", "floor 1 of 9"), _apart("no", "no more")
    (('0', '1'), ('no', 'no more'))
    """
    one, two = own.split(), other.split()
    while len(one) > 1 and len(two) > 1 and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while len(one) > 1 and len(two) > 1 and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return " ".join(one), " ".join(two)


_QUESTIONS = (
    (
        r"under another schedule, .*",
        "What decides here which of two things comes first, and what if the other one does?",
    ),
    (
        r"(`.*`) was printed at t=([\d.]+ s), not at t=([\d.]+ s)",
        r"Which wait comes before the line that prints \1: what ends it at t=\2, and what should at t=\3?",
    ),
    (r"(`.*`) was printed before (`.*`), which was due first", r"What makes \1 wait for \2?"),
    (r"(`.*`) was not printed", r"Which line is to print \1, and what keeps the program from it?"),
    (r"(`.*`) printed nothing", r"Which line is to print something here, and is it reached?"),
    (
        r"(`.*`) was not called; (`.*`) was",
        r"Which line makes the call \2, and where does each of its values come from?",
    ),
    (r"(`.*`) was (?:never|not) called", r"Which line is to bring about \1, and what comes before that line?"),
    (
        r"(`.*`) (began|ended) at t=([\d.]+ s), not at t=([\d.]+ s)",
        r"Which waits come before \1 \2, and do they last until t=\3, or until t=\4?",
    ),
    (r"(`.*`) returned (.*)", r"Which line gives \2, and what does it count or put together?"),
    (r"(`.*`) raised nothing", r"Where does the error go that was to leave \1?"),
)
"""What a check says -> the question about it."""


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
            own, other = both_quoted(found.text, due.text)
            return f"{own} was printed where {other} was due" if same_time else None
    return None


def _made(case: Case, run: Run, printing: Place | None) -> ast.expr | None:
    """Return what makes the wrong value in the first line that differs, where that line only prints it."""
    pairs = zip(run.lines, run.expected_lines, strict=False) if run.differs_in_lines else ()
    found, due = next(((one, other) for one, other in pairs if one.text != other.text), (None, None))
    line = case.line(printing)
    if found is None or due is None or line is None or found.place != printing:
        return None
    return maker_of(case, line, found.text, due.text)


def _blamed(case: Case, run: Run) -> tuple[Place | None, str]:
    """Return the line that printed the first wrong line, or made the call that was not asked for, and a label."""
    finding = run.finding
    message = finding.message if finding is not None else ""
    due = [(line.text, line.time) for line in run.expected_lines]
    for number, line in enumerate(run.lines) if run.differs_in_lines else ():
        if not run.expected_lines and line.text in message:
            return line.place, _printed(case, line)
        if run.expected_lines and (
            number >= len(due) or line.text != due[number][0] or abs(line.time - due[number][1]) > TOLERANCE
        ):
            return line.place, _printed(case, line)
    for span in run.spans:
        if f"`{span.label}`" in message and span.place is not None:
            return span.place, "called here"
    return None, ""


def _printed(case: Case, line: Printed) -> str:
    """Label what printed a line: a bare `print()` ends one that was begun before."""
    number = case.line(line.place)
    call = case.code.on_line(number, "print") if number is not None else None
    return (
        "ends the line, and only then is it there"
        if call is not None and not call.args and line.text
        else "printed here"
    )
