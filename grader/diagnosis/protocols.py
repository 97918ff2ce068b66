"""What `for`, `async for` and `async with` ask of an object, and what the program gave them in its place.

Python's words name the method that is missing or gave the wrong thing; here they are led back to the class that the
program defines, and to the word that is missing in it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Diagnostic, NeverAwaited, Raised, Returned

from . import versions
from .case import Case
from .meanings import Failure, original
from .source import Function
from .words import named, quoted

_HOW = "Does this object give its items at once, or does each of them have to be awaited?"


def iterated(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a loop over the wrong kind of object."""
    line = case.line(failure.place)
    if line is None:
        return None
    asynchronous = re.search(r"'async for' requires .* got (\w+)", failure.text)
    if asynchronous is not None:
        message = f"`async for` was given {named(asynchronous[1])}, which cannot be awaited item by item"
    else:
        given = re.search(r"'(\w+)' object is not an? iterator|'(\w+)' object is not iterable", failure.text)
        kind = (given[1] or given[2]) if given is not None else "async_generator"
        if not _gives_items_later(case, kind) and not _is_entered_with_a_wait(case, failure):
            return None
        what = "an asynchronous generator" if kind == "async_generator" else named(kind)
        message = f"{_taker(case, failure)} was given {what}, whose items have to be awaited"
    return case.diagnostic(
        "async-iteration-misuse",
        message,
        failure.place,
        label="`for` and `async for` take different things",
        notes=(*versions.of_loop(case.code.lines[line - 1]), *original(failure)),
        hint=_HOW,
    )


def printed(case: Case) -> Iterator[Diagnostic]:
    """Name an async generator that was printed itself."""
    for run in case.failed_runs:
        for line in run.lines:
            number = case.line(line.place)
            if "<async_generator object " in line.text and number is not None:
                yield case.diagnostic(
                    "async-iteration-misuse",
                    "an asynchronous generator was printed, and not its items",
                    case.code.on_line(number, "print") or line.place,
                    label="nothing has asked for an item yet",
                    notes=[f"printed: {quoted(line.text, 80)}"],
                    hint="Which brackets, or which loop, ask for the items one after another?",
                )
                return


def _is_entered_with_a_wait(case: Case, failure: Failure) -> bool:
    """Whether the loop goes over what an `async with` round it has opened: its items are read with a wait."""
    line = case.line(failure.place)
    loops = [node for node in case.code.nodes if isinstance(node, ast.For) and node.lineno == line]
    opened = {
        case.code.dotted(item.optional_vars)
        for loop in loops
        for outer in case.code.around(loop)
        if isinstance(outer, ast.AsyncWith)
        for item in outer.items
        if item.optional_vars is not None
    }
    return any(case.code.dotted(loop.iter) in opened for loop in loops)


def _gives_items_later(case: Case, kind: str) -> bool:
    """Whether `async for` takes objects of a class."""
    own = _method(case, "__aiter__", kind) or _method(case, "__anext__", kind)
    return own is not None or kind in ("async_generator", "StreamReader", "Queue", "PriorityQueue", "LifoQueue")


def _taker(case: Case, failure: Failure) -> str:
    """Return what asked for the items: `next`, `list`, or a `for`."""
    line = case.line(failure.place)
    call = case.code.on_line(line, "next", "list", "sum", "sorted", "enumerate", "iter") if line is not None else None
    return quoted(case.code.callee(call)) if call is not None else "`for`"


def _method(case: Case, name: str, owner: str = "") -> Function | None:
    """Return the program's own method of a name: of one class, or of the only one that has it."""
    found = []
    for node in case.code.nodes:
        if isinstance(node, Function) and node.name == name:
            outer = case.code.parent(node)
            if isinstance(outer, ast.ClassDef) and owner in ("", outer.name):
                found.append(node)
    return found[0] if len(found) == 1 else None


def given_by_method(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a method of the program's own that gave something else than `async for` or `async with` needs of it."""
    told = re.search(r"(?:from|of) (__\w+__)\b(?: that does not implement \w+)?: (\w+)", failure.text)
    method = _method(case, told[1]) if told is not None else None
    if told is None or method is None:
        return None
    gave = named(told[2])
    if method.name != "__aiter__":
        return case.diagnostic(
            "not-a-coroutine",
            f"`{method.name}` was a plain function: calling it gave {gave}, no coroutine",
            method,
            label="defined with `def`",
            notes=original(failure),
            hint=f"Which word before `def` makes a call of `{method.name}` give a coroutine?",
        )
    coroutine = isinstance(method, ast.AsyncFunctionDef)
    return case.diagnostic(
        "async-iteration-misuse",
        f"`__aiter__` gave {'a coroutine' if coroutine else gave}, which has no `__anext__`",
        method,
        label="an `async def`: a call gives a coroutine" if coroutine else f"gives {gave}",
        notes=original(failure),
        hint="Which object has the `__anext__` that is to be called for each item?",
    )


def coroutines_as_items(case: Case) -> Iterator[Diagnostic]:
    """Name an `async def __next__`: `for` calls it, and takes the coroutine that it gets for an item."""
    method = _method(case, "__next__")
    runs = [run for run in case.runs if run.finding is not None or not isinstance(run.trace.outcome, Returned)]
    runs += [run for run in case.runs if run.events(NeverAwaited)]
    if not isinstance(method, ast.AsyncFunctionDef) or not runs:
        return
    owner = case.code.parent(method)
    name = owner.name if isinstance(owner, ast.ClassDef) else "this class"
    loops = [node for node in case.code.nodes if isinstance(node, ast.For | ast.comprehension)]
    looped = [loop.iter for loop in loops if name in case.code.names_in(loop.iter)]
    outcome = runs[0].trace.outcome
    said = isinstance(outcome, Raised) and "StopIteration" in outcome.message
    yield case.diagnostic(
        "async-iteration-misuse",
        f"`{name}.__next__` was an `async def`: a `for` got a coroutine from it each time, and no end",
        method,
        label="a call gives a coroutine, which no `for` awaits",
        notes=[
            *([f"line {looped[0].lineno}: a plain `for` goes through it"] if looped else ()),
            *([f"Python's words: {outcome.error}: {outcome.message}"] if said and isinstance(outcome, Raised) else ()),
        ],
        hint="Which loop awaits each item, which two methods does it call, and how does the second one end it?",
    )


def stopped(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a `StopIteration` that was to end an `async for`."""
    method = _method(case, "__anext__")
    raised = [node for node in ast.walk(method) if isinstance(node, ast.Raise)] if method is not None else []
    node = next((node for node in raised if node.exc and "StopIteration" in case.code.names_in(node.exc)), None)
    if node is None:
        return None
    return case.diagnostic(
        "async-iteration-misuse",
        "`__anext__` raised StopIteration, which ends a `for` and no `async for`",
        node,
        label="becomes a RuntimeError in a coroutine",
        notes=original(failure),
        hint="Which exception does `async for` take as the end of the items?",
    )


def closed(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an async generator that was to be closed as a plain one is."""
    line = case.line(failure.place)
    call = case.code.on_line(line, "close", "closing") if line is not None else None
    if call is None:
        return None
    return case.diagnostic(
        "async-iteration-misuse",
        f"{quoted(case.code.code(call))} was to close an asynchronous generator without a wait",
        call,
        label="for plain generators",
        notes=original(failure),
        hint="What may an asynchronous generator still have to wait for when it is closed?",
    )


def _entered_at(case: Case, failure: Failure) -> ast.expr | None:
    """Return what an `async with` enters at the place of a failure."""
    line = case.line(failure.place)
    nodes = [node for node in case.code.nodes if isinstance(node, ast.AsyncWith) and node.lineno == line]
    return nodes[0].items[0].context_expr if nodes else None


def entered_plainly(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what `async with` cannot enter: a function under `@contextmanager`, the coroutine of an `acquire()`."""
    given = _entered_at(case, failure)
    kind = re.match(r"TypeError: '(\w+)' object", failure.text)
    if given is None or kind is None:
        return None
    name = case.code.callee(given).rpartition(".")[2] if isinstance(given, ast.Call) else ""
    maker = case.code.functions.get(name)
    if kind[1] == "_GeneratorContextManager" and maker is not None:
        message = f"`async with` was to enter {quoted(case.code.code(given))}, which is made for a plain `with`"
        node: ast.AST = maker.decorator_list[0] if maker.decorator_list else maker
        label, hint = "for functions that do not wait", "Which decorator is there for functions that wait?"
    elif kind[1] == "coroutine" and isinstance(given, ast.Call) and name == "acquire":
        owner = given.func.value if isinstance(given.func, ast.Attribute) else given.func
        message = f"`async with` was given {quoted(case.code.code(given))}, a coroutine, which cannot be entered"
        node, label = given, "a call of a coroutine function"
        hint = (
            f"What does `async with` call by itself, and what has to be given to it: {quoted(case.code.code(owner))}?"
        )
    else:
        return None
    return case.diagnostic("sync-context-manager", message, node, label=label, notes=original(failure), hint=hint)


def exit_called(case: Case, failure: Failure) -> Diagnostic | None:
    """Name a method that a statement of Python calls, and that takes other arguments than it is given."""
    told = re.search(
        r"(\w+)\.(__a?(?:enter|exit|iter|next)__)\(\) takes (\d+)[\w ]* but (\d+) were given", failure.text
    )
    method = _method(case, told[2], told[1]) if told is not None else None
    if told is None or method is None:
        return None
    takes, given = int(told[3]) - 1, int(told[4]) - 1
    return case.diagnostic(
        "wrong-signature",
        f"`{told[1]}.{told[2]}` took {takes or 'no'} argument{'' if takes == 1 else 's'} beside `self`, "
        f"and was given {given}",
        method,
        label="called with what is known of an error" if "exit" in told[2] else "called by a statement",
        notes=original(failure),
        hint=f"With which arguments does Python call `{told[2]}`?",
    )


def entered(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an async generator that `async with` was to enter."""
    given = _entered_at(case, failure)
    if given is None:
        return None
    made = case.code.functions.get(case.code.callee(given)) if isinstance(given, ast.Call) else None
    if made is not None and _gives_many(made):
        return case.diagnostic(
            "async-iteration-misuse",
            f"`async with` was used on {quoted(case.code.code(given))}, which is an asynchronous generator",
            given,
            label="gives items to an `async for`, and has nothing for `async with`",
            notes=original(failure),
            hint="What is to be done with this generator when the block is left, and what in `contextlib` does that?",
        )
    notes = [f"line {given.lineno} enters what a call gives; `contextlib` has a decorator for such a function"]
    return case.diagnostic(
        "async-iteration-misuse",
        f"`async with` was used on {quoted(case.code.code(given))}, which is an asynchronous generator",
        made or given,
        label="gives items, and cannot be entered",
        notes=[*(notes if made is not None else ()), *original(failure)],
        hint="What does this object do when it is left, and which function makes of it something that can be entered?",
    )


def _gives_many(function: Function) -> bool:
    """Whether a generator gives items one after another, and not one thing to be used meanwhile."""
    gives = [node for node in ast.walk(function) if isinstance(node, ast.Yield)]
    loops = [node for node in ast.walk(function) if isinstance(node, ast.For | ast.AsyncFor | ast.While)]
    return len(gives) > 1 or any(node in gives for loop in loops for node in ast.walk(loop))


def no_items_yet(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an asynchronous generator that was used as if it held its items."""
    line = case.line(failure.place)
    if line is None:
        return None
    return case.diagnostic(
        "async-iteration-misuse",
        "an asynchronous generator was used where its items were due",
        failure.place,
        label="holds no items: each is made when it is waited for",
        notes=original(failure),
        hint="Which loop, or which brackets, ask for the items one after another?",
    )


def no_async_iterator(case: Case, failure: Failure) -> Diagnostic | None:
    """Name what was given to `anext` or `aiter` and gives its items at once, if it has any."""
    line = case.line(failure.place)
    call = case.code.on_line(line, "anext", "aiter") if line is not None else None
    told = re.search(r"'(\w+)' object", failure.text)
    if call is None or told is None:
        return None
    return case.diagnostic(
        "async-iteration-misuse",
        f"`{case.code.callee(call)}` was given {named(told[1])}, whose items are not waited for",
        call,
        label="for asynchronous iterators",
        notes=original(failure),
        hint=_HOW,
    )


def asked_twice(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an asynchronous generator that two tasks asked at once."""
    return case.diagnostic(
        "async-iteration-misuse",
        "an asynchronous generator was asked for an item while it was still at work on another one",
        failure.place,
        label="asked by two at once",
        notes=original(failure),
        hint="Who takes items out of this generator, and could two wait for one at the same time?",
    )


def ended_by_raising(case: Case, failure: Failure) -> Diagnostic | None:
    """Name an asynchronous generator that raised what its caller takes for the end."""
    raised = [
        node
        for node in case.code.nodes
        if isinstance(node, ast.Raise) and node.exc and re.search(r"Stop\w*Iteration", case.code.code(node.exc))
    ]
    if len(raised) != 1:
        return None
    return case.diagnostic(
        "async-iteration-misuse",
        f"an asynchronous generator raised {case.code.code(raised[0].exc or raised[0])} to end",
        raised[0],
        label="becomes a RuntimeError in a generator",
        notes=original(failure),
        hint="How does a generator end, and who raises the exception that tells the loop so?",
    )
