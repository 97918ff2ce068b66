"""What stood where a result was due: a coroutine, a task, the future of a `gather`, which nobody had awaited.

Each takes the failure and gives a diagnosis, or None where the program shows that the words mean something else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Diagnostic, NeverAwaited

from .case import Case
from .meanings import Failure, original
from .source import Function
from .words import quoted, words_of


def wanted(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a coroutine, or a task, that stood where its result was due."""
    if any(run.events(NeverAwaited) for run in case.runs):
        return None
    looped = _looped_over(case, case.line(failure.place))
    if looped is not None:
        return _not_gone_through(case, failure, looped)
    given = _given_a_task(case, case.line(failure.place)) if "Task" in failure.text else None
    if given is not None:
        return _task_as_argument(case, failure, *given)
    gather = _gathered(case, case.line(failure.place))
    if gather is not None:
        return case.diagnostic(
            "gather-misuse",
            "`gather` was not awaited: a future was used where its results were due",
            gather,
            label="gives a future; nobody waits for it",
            notes=original(failure),
            hint="What does `gather` give back, and who waits for that?",
        )
    wanted = re.search(r"'coroutine' object has no attribute '(cancel|done|result|add_done_callback)'", failure.text)
    if wanted is not None:
        return case.diagnostic(
            "coroutine-not-started",
            f"`{wanted[1]}` was asked of a coroutine that had never been started: only a task has it",
            failure.place,
            label="a coroutine, and no task",
            notes=original(failure),
            hint="What makes a task of a coroutine, so that it runs while other lines go on?",
        )
    kind = "task" if re.search(r"Task|[Ff]uture", failure.text) else "coroutine"
    return case.diagnostic(
        "never-awaited",
        f"a {kind} was used where its result was due",
        failure.place,
        label=f"works on a {kind}, not on a result",
        notes=original(failure),
        hint=f"What gives the result of a {kind}?",
    )


def nothing_returned(case: Case, failure: Failure) -> Diagnostic | None:
    """Name the one coroutine function of which a line uses the result, and that returns nothing."""
    function = _without_result(case, case.line(failure.place))
    if function is None:
        return None
    return _not_returned(case, function, f"line {case.line(failure.place)} needed its result", original(failure))


def none_printed(case: Case) -> Iterator[Diagnostic]:
    """Ask about a script's line of output that holds None, where a coroutine function had nothing to return."""
    for run in case.runs if case.is_script else ():
        for line in run.lines:
            found = _without_result(case, case.line(line.place)) if "None" in words_of(line.text) else None
            if found is not None and case.code.calls_of("print", within=found):
                told = [f"line {case.line(line.place)} printed {quoted(line.text, 60)}"]
                yield _not_returned(case, found, f"{quoted(line.text, 40)} was printed", told, certain=False)
                return


def _not_returned(
    case: Case, function: ast.AsyncFunctionDef, shown: str, notes: list[str], *, certain: bool = True
) -> Diagnostic:
    printed = case.code.calls_of("print", within=function)
    return case.diagnostic(
        "result-not-returned",
        f"`{function.name}` returned None, and {shown}",
        printed[-1] if printed else function,
        label="printed here, and not returned" if printed else "no result is returned",
        notes=notes,
        hint=f"What does the code that awaits `{function.name}` get?",
        certain=certain,
    )


def _without_result(case: Case, line: int | None) -> ast.AsyncFunctionDef | None:
    """Return the one coroutine function of which a statement uses what it gave, there or under a name, if nothing."""
    statement = case.code.statement(line) if line is not None else None
    if statement is None:
        return None
    here = statement.iter if isinstance(statement, ast.For) else statement
    used, scope = case.code.names_in(here), case.code.function_of(statement)
    found = set()
    for call in case.code.calls:
        function = case.code.functions.get(case.code.callee(call).rpartition(".")[2])
        outer = next((one for one in case.code.around(call) if isinstance(one, ast.stmt)), None)
        names = _bound(outer) if isinstance(outer, ast.Assign) else set()
        gives = isinstance(function, ast.AsyncFunctionDef) and not function.decorator_list and not _gives(function)
        if gives and case.code.function_of(call) is scope and (outer is statement or names & used):
            found.add(function)
    (only,) = found if len(found) == 1 else (None,)
    return only if isinstance(only, ast.AsyncFunctionDef) else None


def _bound(statement: ast.Assign) -> set[str]:
    return {node.id for target in statement.targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def _gives(function: ast.AsyncFunctionDef) -> bool:
    """Whether a function returns something, or yields."""
    return any(
        isinstance(node, ast.Yield) or (isinstance(node, ast.Return) and node.value is not None)
        for node in ast.walk(function)
    )


def _looped_over(case: Case, line: int | None) -> ast.Call | None:
    """Return the call of which a `for` round a line, or on it, goes through the future, and not through results."""
    for call in case.code.calls_of("gather", "create_task", "ensure_future", "run_in_executor"):
        kept = case.code.kept_under(call) if isinstance(case.code.parent(call), ast.Assign) else frozenset[str]()
        for node in case.code.nodes:
            if not isinstance(node, ast.For | ast.comprehension) or line is None:
                continue
            over = node.iter
            body = node if isinstance(node, ast.For) else case.code.parent(node)
            lines = range(over.lineno, (getattr(body, "end_lineno", None) or over.lineno) + 1)
            named = isinstance(over, ast.Name) and over.id in kept
            if line in lines and (over is call or named):
                return call
    return None


def _not_gone_through(case: Case, failure: Failure, call: ast.Call) -> Diagnostic:
    """Say of a future that a loop got it itself."""
    name = case.code.callee(call).rpartition(".")[2]
    return case.diagnostic(
        "gather-misuse" if name == "gather" else "never-awaited",
        f"`for` went through what `{name}` gave, a future that nobody had awaited: it is no list of results",
        call,
        label="gives one future; its results are there when it has been awaited",
        notes=original(failure),
        hint=f"What does `{name}` give, which word gives its results, and which function gives them one by one?"
        if name == "gather"
        else f"What does `{name}` give, and which word gives its result?",
    )


def _given_a_task(case: Case, line: int | None) -> tuple[ast.Call, ast.Name] | None:
    """Return the call that is given a task under its name in place of its result, and the name.

    It stands above the line of the failure, or is a call of the function in which that happened.
    """
    here = case.code.function_at(line) if line is not None else None
    for call in case.code.calls if here is not None else ():
        function, name = case.code.function_of(call), case.code.callee(call).rpartition(".")[2]
        inside = function is here and call.lineno != line and name in case.known_functions
        if function is None or not (inside or (here is not None and name == here.name)):
            continue
        for argument in call.args:
            if isinstance(argument, ast.Name) and argument.id in _tasks_of(case, function):
                return call, argument
    return None


def _tasks_of(case: Case, function: Function) -> set[str]:
    """Return the names that a function gives to tasks, and to nothing else."""
    found: dict[str, set[bool]] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                made = case.code.callee(value).rpartition(".")[2] if isinstance(value, ast.Call) else ""
                found.setdefault(name, set()).add(made in ("create_task", "ensure_future"))
            case _:
                pass
    return {name for name, kinds in found.items() if kinds == {True}}


def _task_as_argument(case: Case, failure: Failure, call: ast.Call, argument: ast.Name) -> Diagnostic:
    """Say of a call that it was given a task."""
    callee = case.code.callee(call).rpartition(".")[2]
    return case.diagnostic(
        "never-awaited",
        f"`{callee}` was given the task `{argument.id}`, not the result of it",
        argument,
        label="a task: what it gives is not here yet",
        notes=original(failure),
        hint=f"What gives the result of `{argument.id}`, and does `{callee}` need it before it begins?",
    )


def _gathered(case: Case, line: int | None) -> ast.Call | None:
    """Return the `gather` of which a line uses what it gave, there or under a name, though nobody awaited that."""
    statement = case.code.statement(line) if line is not None else None
    used = case.code.names_in(statement) if statement is not None else frozenset()
    gathers = (call for call in case.code.calls_of("gather") if not case.code.is_awaited(call))
    return next((call for call in gathers if call.lineno == line or case.code.kept_under(call) & used), None)
