"""The program does not have the shape that was asked for.

An import fails, or a function is missing, is no coroutine, takes other arguments, is empty.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Asked, Diagnostic, EntryPoint, Raised, Rejected

from .case import Case
from .names import import_notes
from .source import Function
from .words import cut, listed, quoted


def loading(case: Case) -> Iterator[Diagnostic]:
    """Name an import that failed."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Raised) and outcome.error in ("ImportError", "ModuleNotFoundError"):
            notes, hint = import_notes(case, outcome.message, outcome.place)
            yield case.diagnostic(
                "import-error",
                f"an import failed: {outcome.message.partition(' (')[0]}",
                outcome.place,
                label="this import",
                notes=notes,
                hint=hint,
            )
            return


def missing(case: Case) -> Iterator[Diagnostic]:
    """Name a function that is not there: the one that the first failed check looked for."""
    for run in (*case.failed_runs, *case.runs):
        outcome = run.trace.outcome
        if not isinstance(outcome, Rejected) or outcome.code != "missing-function":
            continue
        yield _hidden(case, outcome.name) or _missing(case, outcome)
        return


def _missing(case: Case, outcome: Rejected) -> Diagnostic:
    """Name a function that is nowhere in the file."""
    name = outcome.name
    asked = case.entry_names
    others = [
        node.name
        for node in case.code.functions.values()
        if isinstance(node, ast.AsyncFunctionDef)
        and isinstance(case.code.parent(node), ast.Module)
        and node.name not in asked
    ]
    notes = [f"the file defines {listed([quoted(name) for name in others])}"] if others else []
    if not case.code.nodes[1:] and case.code.error is None:
        return case.diagnostic(
            "missing-function",
            f"`{name}` was not defined: {case.file} {'holds only comments' if case.code.text.strip() else 'was empty'}",
            hint=f"Was the program saved, and under the name `{case.file}`?",
        )
    hint = f"Which function of the file does the work of {quoted(name)}, and what is it called?"
    return case.diagnostic(
        "missing-function",
        outcome.message.replace(" is not defined", f" was not defined in {case.file}").replace(" is no ", " was no "),
        notes=notes,
        hint=hint if others else f"Which line of the file begins the function {quoted(name)}?",
    )


def _hidden(case: Case, name: str) -> Diagnostic | None:
    """Name a function that the file defines where it cannot be called from outside."""
    function = case.code.functions.get(name)
    inner = case.code.parent(function) if function is not None else None
    if function is None or inner is None or isinstance(inner, ast.Module):
        return None
    for outer in case.code.around(function):
        match outer:
            case ast.ClassDef(name=owner):
                where, when = f"`class {owner}`", "a method: it is called on an object of its class"
            case ast.FunctionDef(name=owner) | ast.AsyncFunctionDef(name=owner):
                where, when = f"`{owner}`", f"there only while `{owner}` runs"
            case ast.If(test=test) if "__name__" in case.code.names_in(test):
                where, when = f"`if {cut(case.code.code(test), 30)}:`", "there only when the file itself is run"
            case _:
                continue
        return case.diagnostic(
            "missing-function",
            f"`{name}` was defined only inside {where}",
            function,
            label=when,
            hint=f"Who is to call `{name}`, and can it be reached from outside of {where}?",
        )
    return None


def not_a_coroutine(case: Case) -> Iterator[Diagnostic]:
    """Name an entry point that gives something that cannot be awaited."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Rejected) and outcome.code == "not-a-coroutine":
            yield plain_entry(case, outcome.name, outcome.message)
            return
        if isinstance(outcome, Raised) and outcome.error == "TypeError":
            generators = [name for name in case.entry_names if _is_generator(case, case.code.functions.get(name))]
            if generators:
                yield plain_entry(case, generators[0], f"Python's words: {outcome.error}: {outcome.message}")
                return


def gives_nothing(case: Case) -> Iterator[Diagnostic]:
    """Name an entry point that works when it is called, and gives None: its text says so, where a service stands in."""
    for name in case.entry_names if case.failed_runs else ():
        if _gives_nothing(case, case.code.functions.get(name)):
            yield plain_entry(case, name, f"a call of `{name}` does all of its work at once, and gives None")
            return


def _gives_nothing(case: Case, function: Function | None) -> bool:
    """Whether a function of the module is a plain one that returns no value, so that there is nothing to await."""
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or _is_generator(case, function):
        return False
    bound_anew = any(
        isinstance(node, ast.Name) and node.id == function.name and isinstance(node.ctx, ast.Store)
        for node in case.code.nodes
    )
    returns = (node for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None)
    return isinstance(case.code.parent(function), ast.Module) and not bound_anew and not any(returns)


def plain_entry(case: Case, name: str, original: str) -> Diagnostic:
    """Say that an entry point is not an `async def`."""
    function = case.code.functions.get(name)
    plain = isinstance(function, ast.FunctionDef)
    yields = _is_generator(case, function)
    if yields:
        message, label = f"`{name}` was a generator: it contains `yield`, and cannot be awaited", "contains `yield`"
    elif plain:
        message, label = f"`{name}` was a plain function: calling it gave no coroutine", "defined with `def`"
    elif function is not None and function.decorator_list:
        decorator = case.code.code(function.decorator_list[0])
        message, label = f"{quoted('@' + decorator)} made of `{name}` what gives no coroutine", "not what is called"
    else:
        message, label = f"`{name}` gave something that cannot be awaited", "gives no awaitable"
    return case.diagnostic(
        "not-a-coroutine",
        message,
        function,
        label=label,
        notes=[original],
        hint=f"Which word before `def` makes a call of `{name}` give a coroutine?"
        if plain and not yields
        else f"What does a call of `{name}` give, and can it stand behind `await`?",
    )


def _is_generator(case: Case, function: Function | None) -> bool:
    return function is not None and any(
        isinstance(node, ast.Yield) and case.code.function_of(node) is function for node in case.code.nodes
    )


def wrong_signature(case: Case) -> Iterator[Diagnostic]:
    """Name an entry point that cannot be called as the exercise says."""
    if not case.failed_runs:
        return
    for entry in case.evidence.exercise.entry_points:
        function = case.code.functions.get(entry.name)
        if function is None or function.decorator_list or _takes(function, entry) or _is_method(case, function):
            continue
        wanted = f"{entry.name}({', '.join(entry.parameters)})"
        own = quoted(f"{entry.name}({_parameters(function)})")
        swapped = _fits(function, entry)
        yield case.diagnostic(
            "wrong-signature",
            f"{own} took its arguments in another order than {quoted(wanted)}"
            if swapped
            else f"{own} could not be called as {quoted(wanted)}",
            function,
            label=f"the exercise calls {quoted(wanted)}",
            hint=f"Which arguments does the exercise give to `{entry.name}`, and in which order?",
        )
        return
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Rejected) and outcome.code == "wrong-signature":
            yield case.diagnostic(
                "wrong-signature",
                outcome.message.replace(" cannot be", " could not be"),
                case.code.functions.get(outcome.name),
                hint=f"Which arguments does the exercise give to `{outcome.name}`, and in which order?",
            )
            return


def _is_method(case: Case, function: Function) -> bool:
    """Whether a function belongs to a class: what the file calls by its name is made of it, and takes one less."""
    return isinstance(case.code.parent(function), ast.ClassDef)


def went_past(case: Case) -> Iterator[Diagnostic]:
    """Name the call of a function of the program's own, in place of the one that the exercise asks for."""
    for run in case.failed_runs:
        due = run.expected_run.events(Asked) if run.expected_run is not None else ()
        for service in run.trace.replaced if due and not run.events(Asked) else ():
            name = service.rpartition(".")[2]
            for span in run.spans:
                line = case.line(span.place)
                called = span.function.rpartition(".")[2]
                if span.function == name or called != name or line is None:
                    continue
                yield case.diagnostic(
                    "wrong-output",
                    f"the method `{span.function}` was called, and not the `{name}` that the file has for everybody",
                    case.code.on_line(line, name) or span.place,
                    label=f"goes past the file's own `{name}`",
                    notes=[f"a check puts a `{name}` of its own in that place, and it was never called"],
                    hint=f"Which `{name}` does the exercise say is called, and which one does this line call?",
                )
                return


def _takes(function: Function, entry: EntryPoint) -> bool:
    """Whether a function takes its arguments by position: so many, and not the same ones in another order."""
    names = tuple(argument.arg for argument in (*function.args.posonlyargs, *function.args.args))
    swapped = names != entry.parameters and sorted(names) == sorted(entry.parameters)
    return _fits(function, entry) and not swapped


def _fits(function: Function, entry: EntryPoint) -> bool:
    """Whether a function takes so many arguments by position, or more where it may."""
    arguments, parameters = function.args, entry.parameters
    names = (*arguments.posonlyargs, *arguments.args)
    needed = len(names) - len(arguments.defaults)
    keyword_only = any(default is None for default in arguments.kw_defaults)
    enough = len(parameters) <= len(names) or arguments.vararg is not None
    return enough and (entry.may_take_more or (needed <= len(parameters) and not keyword_only))


def _parameters(function: Function) -> str:
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    return ", ".join([*names, *(f"*, {argument.arg}" for argument in arguments.kwonlyargs)])


def stub(case: Case) -> Iterator[Diagnostic]:
    """Name an entry point in which nothing is written yet."""
    if not case.failed_runs or any(run.lines for run in case.runs):
        return
    empty = [
        function
        for name in case.entry_names
        if (function := case.code.functions.get(name)) is not None and all(map(_says_nothing, function.body))
    ]
    if empty:
        yield case.diagnostic(
            "unfinished-stub",
            f"{listed([f'`{function.name}`' for function in empty])} had no statements yet",
            empty[0],
            label="nothing is done here yet",
            hint="Which step of the task comes first?",
        )


def _says_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
        case ast.Return(value=None | ast.Constant(value=None)):
            return True
        case _:
            return False
