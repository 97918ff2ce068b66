"""`except` clauses that do not catch what comes: another class, a group, a cancellation.

Which exception came, and on which lines the calls stood that it went through, the run shows; which clauses stand round
these lines, the text. A class that neither Python nor the program defines may be anything.
"""

from __future__ import annotations

import ast
import asyncio
import builtins
import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import CallPaused, CallStarted, Diagnostic, LeftBehind, Place, Raised, Suspended, TaskEnded
from grader.trace.standing import Level

from .case import Case, Run
from .errors import TABLE
from .owners import Owners
from .source import Function, Source
from .starting import wrapped
from .words import HEADLINE, plain, quoted

CANCELLED = "CancelledError"
_OUTSIDE = (CANCELLED, "GeneratorExit")
"""What ends a coroutine or a generator from outside, and is no `Exception`."""


class _Came(NamedTuple):
    """An exception that went through calls."""

    error: str
    """Its class."""
    text: str
    """`Class: message`."""
    held: tuple[str, ...]
    """The exceptions in it, as texts, where it is a group."""
    levels: tuple[Level, ...]
    """The calls that it went through, the outermost one first, and their lines."""


def left_program(case: Case) -> Iterator[Diagnostic]:
    """Name the clause that stood round an exception which left the program, and did not catch it."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Raised) or outcome.phase == "load":
            continue
        text = f"{outcome.error}: {outcome.message}"
        held = tuple(f"{one.error}: {one.message}" for one in outcome.held)
        came = _Came(outcome.error, text.removesuffix(": "), held, (*_stood(run, 1), *_stood_in_its_task(run, text)))
        handler = _passed(case, came) if _is_meant(case, came) else None
        if handler is not None:
            yield _not_caught(case, came, handler, _source_of(run, came))
            return


def cleanup_passed(case: Case) -> Iterator[Diagnostic]:
    """Name an `except Exception` that a cancellation went by, where a line that it was to print is absent."""
    for run in case.failed_runs:
        absent = {line.text for line in run.expected_lines} - {line.text for line in run.lines}
        for error, level in _ended_from_outside(case, run):
            came = _Came(error, error, (), (level,))
            handler = _passed(case, came) if absent else None
            if handler is not None and any(prints(handler, line) for line in absent):
                yield _not_caught(case, came, handler, f"`{level.call.function}`")
                return


def passed_by(case: Case) -> Iterator[Diagnostic]:
    """Ask about a clause that stood round the exception of a task, in a run that failed."""
    for run in case.failed_runs:
        for ended in run.events(TaskEnded):
            error = ended.detail.partition(":")[0]
            came = _Came(error, ended.detail, (), _stood(run, ended.task))
            if ended.how != "raised" or not _is_meant(case, came) or ended.task == 1:
                continue
            handler = _passed(case, came)
            if handler is not None:
                yield _not_caught(case, came, handler, quoted(run.names.get(ended.task, "a task")), certain=False)
                return


def round_the_start(case: Case) -> Iterator[Diagnostic]:
    """Name the clause that stands round the start of a task, where nothing comes out, and not round the wait for it."""
    for run in case.runs:
        outcome = run.trace.outcome
        if not isinstance(outcome, Raised):
            continue
        came = {f"{one.error}: {one.message}" for one in outcome.held or (outcome,)}
        for number, task in run.tasks.items():
            end, line = run.ends.get(number), case.line(task.place)
            if end is None or end.how != "raised" or end.detail not in came or line is None or number == 1:
                continue
            for block in _blocks(case.code, line):
                for handler in block.handlers if _starts(case.code, block, line) else ():
                    if catches(case.code, handler, end.detail.partition(":")[0]):
                        yield case.diagnostic(
                            "wrong-except",
                            f"{clause(case, handler)} stood where {quoted(task.name)} was started, not awaited",
                            handler,
                            label="a task that is started raises nothing here",
                            notes=[f"it raised {quoted(plain(end.detail))} later"],
                            hint="Where does a task's error come out: where it is started, or where it is awaited?",
                        )
                        return


def round_the_making(case: Case) -> Iterator[Diagnostic]:
    """Name the clause of a plain wrapper that stands where a coroutine is made, and not where it runs."""
    for run in case.runs:
        outcome = run.trace.outcome
        came = {one.error for one in outcome.held or (outcome,)} if isinstance(outcome, Raised) else set()
        for function, _, call in wrapped(case) if came else ():
            inside = [span for span in run.spans if span.function.rpartition(".")[2] == function.name]
            for block in _blocks(case.code, call.lineno) if inside else ():
                handler = next((one for one in block.handlers if any(catches(case.code, one, e) for e in came)), None)
                if handler is None or not _raised_in(case, outcome, function):
                    continue
                yield case.diagnostic(
                    "wrong-except",
                    f"{clause(case, handler)} stood where a coroutine of `{function.name}` was made, not awaited",
                    handler,
                    label="making a coroutine raises nothing",
                    notes=[f"line {call.lineno}: {quoted(case.code.code(call))} gives a coroutine at once"],
                    hint=f"Where does an error of `{function.name}` come out, and what can wait there?",
                )
                return


def _raised_in(case: Case, outcome: object, function: Function) -> bool:
    """Whether an exception that left a run was raised within a function."""
    line = case.line(outcome.place) if isinstance(outcome, Raised) else None
    return line is not None and function.lineno <= line <= (function.end_lineno or 0)


def _starts(code: Source, block: ast.Try | ast.TryStar, line: int) -> bool:
    """Whether a block starts a task on a line, and waits for nothing."""
    inside = [node for statement in block.body for node in ast.walk(statement)]
    waits = any(isinstance(node, ast.Await | ast.AsyncWith | ast.AsyncFor) for node in inside)
    return not waits and code.on_line(line, "create_task", "ensure_future", "gather") is not None


def starred(case: Case) -> Iterator[Diagnostic]:
    """Name the `except*` that took nothing out of a group which left the program."""
    for run in case.runs:
        outcome = run.trace.outcome
        for level in reversed(_stood(run, 1)) if isinstance(outcome, Raised) and outcome.held else ():
            line = case.line(level.place)
            for block in _blocks(case.code, line) if line is not None else ():
                for one in outcome.held if isinstance(outcome, Raised) and isinstance(block, ast.TryStar) else ():
                    came = _Came(one.error, f"{one.error}: {one.message}", (), ())
                    known = [catches(case.code, handler, one.error) for handler in block.handlers]
                    if known and all(answer is False for answer in known) and _is_meant(case, came):
                        yield _not_caught(case, came, block.handlers[0], "")
                        return


def _stood(run: Run, task: int) -> tuple[Level, ...]:
    """Return the calls of a task at its last wait, with their lines."""
    found = [stand for stand in run.stands if stand.task == task]
    return max(found, key=lambda stand: (stand.start, len(stand.levels))).levels if found else ()


def _stood_in_its_task(run: Run, error: str) -> tuple[Level, ...]:
    """Return the calls of the first task that ended with the error which left the program."""
    found = [end.task for end in run.ends.values() if (end.how, end.detail) == ("raised", error) and end.task != 1]
    return _stood(run, found[0]) if found else ()


def _ended_from_outside(case: Case, run: Run) -> Iterator[tuple[str, Level]]:
    """Yield the calls that a cancellation ended before the program's end did, and the generators that were closed."""
    left = {event.task for event in run.events(LeftBehind)}
    for ended in run.events(TaskEnded):
        if ended.how == "cancelled" and ended.task not in left:
            yield from ((CANCELLED, level) for level in reversed(_stood(run, ended.task)))
    paused = {event.call for event in run.events(CallPaused)}
    for call in run.events(CallStarted):
        end = run.ends.get(call.task or 0)
        for place in _yields(case, Owners(case, run).function(call)) if call.call in paused else ():
            yield CANCELLED if end is not None and end.how == "cancelled" else "GeneratorExit", Level(call, place)


def _yields(case: Case, function: Function | None) -> Iterator[Place]:
    """Yield the lines at which an async generator gives its items."""
    for node in ast.walk(function) if function is not None else ():
        if isinstance(node, ast.Yield):
            yield Place(file=case.file, line=node.lineno)


def _is_meant(case: Case, came: _Came) -> bool:
    """Whether an exception is one that a program reckons with, and not the sign of some other mistake."""
    if came.error in (CANCELLED, "TimeoutError") or came.held:
        return True
    if any(row.pattern.match(came.text) for row in TABLE):
        return False
    raised = [name for node in case.code.nodes if isinstance(node, ast.Raise) for name in case.code.names_in(node)]
    given = [node.id for node in Source(case.evidence.exercise.given).nodes if isinstance(node, ast.Name)]
    return came.error in (*raised, *given)


def _passed(case: Case, came: _Came) -> ast.ExceptHandler | None:
    """Return the innermost clause round the lines of the calls that did not catch what came; None: one may have."""
    for level in reversed(came.levels):
        line = case.line(level.place)
        for block in _blocks(case.code, line) if line is not None else ():
            if isinstance(block, ast.TryStar):
                return None
            caught = [catches(case.code, handler, came.error) for handler in block.handlers]
            if any(answer is not False for answer in caught):
                return None
            if caught and _is_near(case.code, block, came):
                return block.handlers[0]
    return None


def _blocks(code: Source, line: int) -> Iterator[ast.Try | ast.TryStar]:
    """Yield the `try` statements in whose first block a line stands, from the inside out."""
    statement = code.statement(line)
    inner: ast.AST | None = statement
    for outer in code.around(statement) if statement is not None else ():
        if isinstance(outer, Function):
            return
        if isinstance(outer, ast.Try | ast.TryStar) and inner in outer.body:
            yield outer
        inner = outer


def _is_near(code: Source, block: ast.Try, came: _Came) -> bool:
    """Whether a clause looks as if it were meant for what came: a time limit is no sign of that by itself."""
    if came.error == "TimeoutError":
        return any(CANCELLED in names_of(code, handler) for handler in block.handlers)
    if came.held:
        inner = [text.partition(":")[0] for text in came.held]
        return any(catches(code, handler, error) for handler in block.handlers for error in inner)
    if came.error not in _OUTSIDE:
        return any(name != CANCELLED for handler in block.handlers for name in names_of(code, handler))
    return True


def names_of(code: Source, handler: ast.ExceptHandler) -> list[str]:
    """Return the classes that a clause names, without their modules."""
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type] if handler.type else []
    return [code.dotted(node).rpartition(".")[2] for node in types]


def catches(code: Source, handler: ast.ExceptHandler, error: str) -> bool | None:
    """Whether a clause catches a class; None where that cannot be told."""
    names = names_of(code, handler)
    above = classes_above(code, error)
    if not names or set(names) & above:
        return True
    known = all(name and classes_above(code, name) > {name} for name in names)
    return False if known and above > {error} else None


def classes_above(code: Source, name: str) -> frozenset[str]:
    """Return a class and those above it, as names: only itself, where it is not known."""
    found = getattr(builtins, name, None) or getattr(asyncio, name, None)
    if isinstance(found, type) and issubclass(found, BaseException):
        return frozenset(base.__name__ for base in found.__mro__)
    for node in code.nodes:
        if isinstance(node, ast.ClassDef) and node.name == name:
            bases = [code.dotted(base).rpartition(".")[2] for base in node.bases]
            return frozenset({name}.union(*(classes_above(code, base) for base in bases if base != name)))
    return frozenset({name})


def prints(part: ast.AST, line: str) -> bool:
    """Whether a part of the program prints a line, whatever stands in the braces of an f-string."""
    for node in ast.walk(part):
        match node:
            case ast.Call(func=ast.Name(id="print"), args=[ast.Constant(value=str(text))]) if text == line:
                return True
            case ast.Call(func=ast.Name(id="print"), args=[ast.JoinedStr(values=parts)]):
                texts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*" for p in parts]
                if re.fullmatch("".join(texts), line):
                    return True
            case _:
                pass
    return False


def _source_of(run: Run, came: _Came) -> str:
    """Return the task whose cancellation came, where it was one."""
    awaited = next((event.on for event in reversed(run.events(Suspended)) if event.task == 1), ())
    return quoted(run.names.get(awaited[0], "a task")) if came.error == CANCELLED and awaited else ""


def _not_caught(case: Case, came: _Came, handler: ast.ExceptHandler, who: str, *, certain: bool = True) -> Diagnostic:
    head = clause(case, handler)
    names = names_of(case.code, handler)
    narrower = [name for name in names if came.error in classes_above(case.code, name)]
    if came.held:
        held = plain(came.held[0])
        what, label = f"the group that held {quoted(held)}", "a group is of none of its members' classes"
        hint = "What leaves a task group in which a task failed, and which clause looks inside?"
    elif came.error in _OUTSIDE:
        cause = "cancellation" if came.error == CANCELLED else "closing"
        what, label = f"the {cause} of {who}" if who else f"a {cause}", f"a {came.error} is no `Exception`"
        label = label if "Exception" in names else f"does not catch a {came.error}"
        hint = f"Which classes does this clause catch, and is a {came.error} one of them?"
    else:
        room = HEADLINE - len(head) - len(" did not catch ") - 2
        what, label = quoted(plain(came.text), room), f"does not catch {quoted(came.error)}"
        label = f"{quoted(narrower[0])} is only one kind of {quoted(came.error)}" if narrower else label
        hint = "Which class does the exception have that arrives here?"
    origin = [f"it came from {who}"] if who and came.error not in _OUTSIDE else []
    return case.diagnostic(
        "wrong-except",
        f"{head} did not catch {what}",
        handler,
        label=label,
        notes=origin,
        hint=hint,
        certain=certain,
    )


def clause(case: Case, handler: ast.ExceptHandler) -> str:
    """Return the head of a clause in quotes."""
    word = "except*" if isinstance(case.code.parent(handler), ast.TryStar) else "except"
    return quoted(f"{word} {case.code.code(handler.type)}" if handler.type is not None else word, 50)
