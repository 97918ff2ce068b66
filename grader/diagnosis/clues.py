"""What the text says of a wrong line or result that no fault of waiting explains: conditions, loops, values.

Each takes a run whose check failed, and gives a diagnosis, or None where nothing in the text speaks for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Diagnostic, seconds

from .case import Case, Run
from .lateness import TOLERANCE
from .making import differing
from .source import Function
from .words import quoted

_FALSE = {"0", "False", "''", '""', "[]", "()", "{}"}
"""Values that count as false, as they stand in a line or a call."""


def counts_as_false(case: Case, run: Run) -> Diagnostic | None:
    """Name a condition that a value like 0 fails, where something with such a value is absent."""
    absent = absent_of(run)
    if not any(_FALSE & set(re.findall(r"['\"]{2}|[\w.]+|\[\]|\(\)", text)) for text in absent[:1]):
        return None
    for node in case.code.nodes:
        test = node.test if isinstance(node, ast.If | ast.While | ast.IfExp) else None
        value = test.operand if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) else test
        name = value.target.id if isinstance(value, ast.NamedExpr) else value.id if isinstance(value, ast.Name) else ""
        if test is None or not name or not _is_taken(case, node, name):
            continue
        negated = value is not test
        return case.diagnostic(
            "wrong-output",
            f"{quoted(case.code.code(test))} {'held' if negated else 'did not hold'} for a value that counts as false: "
            f"{quoted(absent[0])} never came",
            test,
            label="asks whether it counts as true: 0 and an empty text do not",
            notes=[f"asked for: {absent[0]}"],
            hint=f"For which values of `{name}` is this branch meant, and for which others does it hold as well?",
        )
    return None


def _is_taken(case: Case, node: ast.AST, name: str) -> bool:
    """Whether a name is bound to what comes from elsewhere: an item, a result, an argument."""
    function = case.code.function_of(node)
    for one in ast.walk(function) if function is not None else ():
        match one:
            case ast.NamedExpr(target=ast.Name(id=bound), value=ast.Await()) if bound == name:
                return True
            case ast.Assign(targets=[ast.Name(id=bound)], value=ast.Await() | ast.Call()) if bound == name:
                return True
            case ast.For(target=ast.Name(id=bound)) | ast.AsyncFor(target=ast.Name(id=bound)) if bound == name:
                return True
            case ast.arg(arg=bound) if bound == name:
                return True
            case _:
                pass
    return False


def absent_of(run: Run) -> list[str]:
    """Return the lines that were asked for and not printed; else what the check asked for otherwise."""
    printed = {line.text for line in run.lines}
    lines = [line.text for line in run.expected_lines if line.text not in printed]
    if lines or run.finding is None:
        return lines
    return [line for line in run.finding.expected if line not in run.finding.actual]


def one_item_more(case: Case, run: Run) -> Diagnostic | None:
    """Name the `break` of an `async for` that comes before the item in hand is used, where all comes an item late."""
    late = [
        (one, due)
        for one, due in zip(run.lines, run.expected_lines, strict=False)
        if one.text == due.text and one.time > due.time + TOLERANCE
    ]
    for loop in case.code.nodes if late else ():
        if not isinstance(loop, ast.AsyncFor) or not isinstance(loop.target, ast.Name):
            continue
        name = loop.target.id
        for place, part in enumerate(loop.body):
            if name in case.code.names_in(part):
                break
            if isinstance(part, ast.If) and any(isinstance(one, ast.Break | ast.Return) for one in part.body):
                if not any(name in case.code.names_in(later) for later in loop.body[place + 1 :]):
                    break
                one, due = late[0]
                return case.diagnostic(
                    "wrong-output",
                    f"the loop on line {loop.lineno} waited for one item more than it used: "
                    f"until t={seconds(one.time)}, not t={seconds(due.time)}",
                    part,
                    label=f"asked when `{name}` has come, and before it is used",
                    notes=[f"late for that: {quoted(one.text, 60)}"],
                    hint="At which moment is it known that no more is wanted, and what has the loop to wait for?",
                )
    return None


def asked_too_late(case: Case, run: Run) -> Diagnostic | None:
    """Name the condition that ends an endless loop, and is looked at only behind the first turn's work."""
    found = next(
        (
            (one, due)
            for one, due in zip(run.lines, run.expected_lines, strict=False)
            if one.text != due.text and due.time <= one.time
        ),
        None,
    )
    line = case.line(found[0].place) if found is not None else None
    loop = case.code.loop_at(line) if line is not None else None
    if found is None or line is None or not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Constant):
        return None
    if run.expected_lines[0] is not found[1]:
        return None  # it is not about the first turn
    for part in loop.body:
        if isinstance(part, ast.If) and any(isinstance(one, ast.Break | ast.Return) for one in part.body):
            if part.lineno < line:
                return None
            return case.diagnostic(
                "wrong-output",
                f"{quoted(case.code.code(part.test))} was first asked when a turn of the loop was done: "
                f"{quoted(found[0].text)} came first",
                part.test,
                label="never asked before the first turn",
                notes=[f"asked for: t={seconds(found[1].time)} {found[1].text}"],
                hint="What is the loop to do when this holds before its first turn begins?",
            )
    return None


def drained_too_early(case: Case) -> Iterator[Diagnostic]:
    """Name a loop of a script that took nothing, since its queue was empty at that moment, and was filled later."""
    for run in case.runs if case.is_script else ():
        for loop, function, queue in _until_empty(case):
            ended = _ends_of(run, function.name)
            begun = [t.time for t in run.tasks.values() if t.name.partition("(")[0].rpartition(".")[2] == function.name]
            fillers = {case.code.function_of(call) for call in case.code.calls_of("put", "put_nowait")}
            filling = {filler.name for filler in fillers if filler is not None}
            later = [
                one
                for one in run.spans
                if one.function.rpartition(".")[2] in filling and one.end > max(ended, default=0)
            ]
            if not later or function in fillers or not begun or max(begun) != ended[-1]:
                continue
            yield case.diagnostic(
                "wrong-output",
                f"`{function.name}` ended at once, when `{queue}` was empty; `{later[0].function}` filled it later",
                loop,
                label="ends when the queue is empty at this moment",
                notes=[f"`{later[0].function}` went on until t={seconds(later[0].end)}"],
                hint=f"Does an empty `{queue}` mean that no more comes, and which call waits until there is something?",
            )
            return


def _until_empty(case: Case) -> Iterator[tuple[ast.While, Function, str]]:
    """Yield the loops that ask whether a queue is empty, their functions, and the queues."""
    for loop in case.code.nodes:
        if isinstance(loop, ast.While):
            asked = [*case.code.calls_of("empty", within=loop.test), *case.code.calls_of("qsize", within=loop.test)]
            function = case.code.function_of(loop)
            if asked and function is not None:
                yield loop, function, case.code.dotted(asked[0].func, {}).rpartition(".")[0]


def left_when_empty(case: Case, run: Run) -> Diagnostic | None:
    """Name a loop that ends as soon as its queue is empty, where more comes later."""
    absent = absent_of(run)
    for loop, function, queue in _until_empty(case) if absent else ():
        ended = _ends_of(run, function.name)
        due = _ends_of(run.expected_run, function.name) if run.expected_run is not None else []
        if not ended or (due and max(due) <= ended[0] + TOLERANCE):
            continue
        return case.diagnostic(
            "wrong-output",
            f"`{function.name}` ended at t={seconds(ended[0])}, when `{queue}` was empty; more came later",
            loop,
            label="ends when the queue is empty at this moment",
            notes=[f"asked for, and never printed: {quoted(absent[0], 60)}"],
            hint=f"Does an empty `{queue}` mean that no more comes, and which call waits until there is something?",
        )
    return None


def _ends_of(run: Run, function: str) -> list[int]:
    """Return when the calls of a function ended, and the tasks that are named after it."""
    tasks = [n for n, task in run.tasks.items() if task.name.partition("(")[0].rpartition(".")[2] == function]
    ends = [span.end for span in run.spans if span.function.rpartition(".")[2] == function and span.finished]
    return sorted(ends or [run.ends[number].time for number in tasks if number in run.ends])


def part_of_an_answer(case: Case, run: Run) -> Diagnostic | None:
    """Name a read of so many bytes, where only the first part of a text came out of it."""
    found, due = returned(run)
    shorter = found.strip("'\"b")
    for function in _asked_for(case) if shorter and due.strip("'\"b").startswith(shorter) and found != due else ():
        for call in case.code.calls_of("read", within=function):
            if call.args and case.code.is_awaited(call):
                return case.diagnostic(
                    "wrong-output",
                    f"{quoted(case.code.code(call))} gave {found}, the part of the answer that had come by then",
                    call,
                    label="waits for something, not for all: what has come by then",
                    notes=[f"asked for: {due}"],
                    hint="How does this side know where an answer ends, and which read waits for that?",
                )
    return None


def returned(run: Run) -> tuple[str, str]:
    """Return what a call gave, and what it was to give, as a check shows both; empty where it looked elsewhere."""
    shown = run.finding
    found = [line.removeprefix("returns ") for line in shown.actual if line.startswith("returns ")] if shown else []
    due = [line.removeprefix("returns ") for line in shown.expected if line.startswith("returns ")] if shown else []
    return (found[0], due[0]) if found and due else ("", "")


def none_in_a_text(case: Case) -> Iterator[Diagnostic]:
    """Name the attribute, or the call, that gave None to a text in which a value was due."""
    for run in case.failed_runs:
        found = value_in_a_text(case, run)
        if found is not None and found.label.startswith("None "):
            yield found
            return


def value_in_a_text(case: Case, run: Run) -> Diagnostic | None:
    """Name the value in the text of a result that is not what was asked for."""
    found, due = returned(run)
    if not found or found == due:
        return None
    places = [
        (value, own, other)
        for function in _asked_for(case)
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr) and _has_words(node)
        for value, own, other in differing([node], found.strip("'\""), due.strip("'\""))
    ]
    if len(places) != 1:
        return None
    value, own, other = places[0]
    what = quoted(case.code.code(value))
    return case.diagnostic(
        "wrong-output",
        f"{what} gave {own or 'nothing'} where {other or 'nothing'} was due",
        value,
        label=f"{own or 'nothing'} comes from here",
        notes=[f"asked for: {due}", f"happened: {found}"],
        hint=f"What does {what} stand for, and what is it to count or tell here?",
    )


def branch_not_taken(case: Case, run: Run) -> Diagnostic | None:
    """Name the condition that kept a run from the one line of the program that makes the text asked for."""
    shown = run.finding
    wanted = [line.removeprefix("returns ").strip("'\"") for line in shown.expected] if shown is not None else []
    wanted = absent_of(run)[:1] if run.differs_in_lines else wanted[:1]
    texts = [node for node in case.code.nodes if isinstance(node, ast.JoinedStr)]
    makers = [node for node in texts for text in wanted if makes(node, text)]
    function = case.code.function_of(makers[0]) if len(makers) == 1 else None
    if function is None or not run.by_function(function.name):
        return None
    inner: ast.AST = makers[0]
    for outer in case.code.around(makers[0]):
        if isinstance(outer, Function | ast.For | ast.AsyncFor | ast.While | ast.ExceptHandler):
            return None
        if isinstance(outer, ast.If | ast.IfExp) and inner is not outer.test:
            body = outer.body if isinstance(outer.body, list) else [outer.body]
            test = quoted(case.code.code(outer.test))
            return case.diagnostic(
                "wrong-output",
                f"{test} {'did not hold' if inner in body else 'held'}: {quoted(wanted[0])} was not made",
                outer.test,
                label=f"decides about line {makers[0].lineno}, which makes such a text",
                notes=[f"happened: {line}" for line in (shown.actual if shown is not None else ())[:1]],
                hint=f"What is the value of each part of {test} in this run, and for which values is it meant to hold?",
            )
        inner = outer
    return None


def _has_words(node: ast.JoinedStr) -> bool:
    """Whether a text has words of its own beside its values."""
    return any(isinstance(part, ast.Constant) and re.search(r"\w{2}", str(part.value)) for part in node.values)


def makes(node: ast.JoinedStr, text: str) -> bool:
    """Whether a text of some words, with values in it, may come to another."""
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in node.values]
    return _has_words(node) and re.fullmatch("".join(parts), text) is not None


def _asked_for(case: Case) -> list[Function]:
    """Return the functions that the exercise asks for, without `main`."""
    functions = (case.code.functions.get(name) for name in case.entry_names if name != "main")
    return [function for function in functions if function is not None]


LOOKS = (
    counts_as_false,
    one_item_more,
    asked_too_late,
    left_when_empty,
    part_of_an_answer,
    value_in_a_text,
    branch_not_taken,
)
"""In the order in which they are asked."""
