"""A name that means nothing where it is used: not defined, not imported, not of that module, not there any more."""

from __future__ import annotations

import ast
import asyncio
import builtins
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from grader.model import Place

from .case import Case
from .source import Source
from .versions import LOOP, REMOVED, WINDOWS, of_module
from .words import quoted

MODULES = {"asyncio": tuple(dir(asyncio)), "time": tuple(dir(time))}
"""Names of the modules that the exercises use."""


@dataclass(frozen=True)
class About:
    """What is known of an unknown name; empty where nothing is."""

    message: str = ""
    """A headline better than Python's words."""
    node: ast.AST | None = None
    """Where the name stands."""
    label: str = ""
    """What to write under it."""
    notes: tuple[str, ...] = ()
    """Where the name could come from."""
    hint: str = ""
    """The question that leads on."""


def about(case: Case, text: str, place: Place | None) -> About:
    """Return what is known of the name, or the call, that an exception speaks of: `Type: message`."""
    for pattern, explain in _FORMS:
        found = re.match(pattern, text)
        if found is not None:
            return explain(case, found, case.line(place))
    return About()


def _not_defined(case: Case, found: re.Match[str], line: int | None) -> About:
    name = found[1]
    notes = []
    if name in Source(case.evidence.exercise.given).functions:
        notes = [f"`given.py` defines `{name}`"]
    elif name in sys.stdlib_module_names:
        notes = [f"`{name}` is a module of Python"]
    else:
        notes = like(name, [*_names_of(case), *dir(builtins)])
    return About(
        node=_name_on(case, name, line),
        label="nothing in this file gives this name a meaning",
        notes=tuple(notes),
        hint=f"Where does `{name}` come from: which line defines or imports it?",
    )


def _local(case: Case, found: re.Match[str], line: int | None) -> About:
    name = found[1]
    node = _name_on(case, name, line)
    function = case.code.function_of(node) if node is not None else None
    stored = [
        use
        for use in (ast.walk(function) if function is not None else ())
        if isinstance(use, ast.Name) and use.id == name and isinstance(use.ctx, ast.Store)
    ]
    also = name in case.code.functions or name in case.code.aliases or name in dir(builtins)
    hint = f"Which line gives `{name}` a value before this one, and is it reached?"
    if function is None or not stored or not also:
        return About(node=node, label="no value yet", hint=hint)
    where = min(use.lineno for use in stored)
    return About(
        message=f"`{name}` had no value yet: in all of `{function.name}` it is a variable of that function",
        node=node,
        label="no value yet",
        notes=(f"line {where} assigns to `{name}`, so the name means that variable in all of `{function.name}`",),
        hint=f"Which two things bear the name `{name}` here?",
    )


def _no_attribute(case: Case, found: re.Match[str], line: int | None) -> About:
    module, name = found[1], found[2]
    node = _attribute_on(case, name, line)
    full = f"{module}.{name}"
    if full in REMOVED:
        return About(
            message=f"`{full}` was used, which is not there any more",
            node=node,
            label="removed from Python",
            notes=(REMOVED[full],),
            hint="Which form of `def` makes a coroutine today?"
            if name == "coroutine"
            else f"Which function does the work of `{full}` today?",
        )
    if name in WINDOWS:
        return About(
            message=f"`{full}` was used, which Python has on Windows only",
            node=node,
            label="not there on this system",
            hint="Which line asks on what system the program runs, before this one is reached?",
        )
    return About(
        node=node,
        label="no such name in this module",
        notes=tuple(like(name, _names_in(case, module))),
        hint=f"Which names does `{module}` really have, and how are they spelt?",
    )


def _no_method(case: Case, found: re.Match[str], line: int | None) -> About:
    kind, name = found[1], found[2]
    if f"asyncio.{kind}.{name}" in REMOVED:
        return _no_attribute(case, found, line)
    owner = getattr(asyncio, kind, None) or getattr(builtins, kind, None)
    if not isinstance(owner, type):
        return About(node=_attribute_on(case, name, line))
    return About(
        node=_attribute_on(case, name, line),
        label="no such name",
        notes=tuple(like(name, [one for one in dir(owner) if not one.startswith("_")])),
        hint=f"What is it that `.{name}` is asked of here, and which names does it have?",
    )


def _endless_recursion(case: Case, found: re.Match[str], line: int | None) -> About:
    """Name the line on which a function calls itself, not the one at which the stack was full."""
    here = case.code.function_at(line) if line is not None else None
    again = [
        (function, call)
        for call in case.code.calls
        if (function := case.code.function_of(call)) is not None and case.code.dotted(call.func) == function.name
    ]
    again.sort(key=lambda pair: pair[0] is not here)
    if not again:
        return About()
    function, call = again[0]
    return About(
        message=f"`{function.name}` called itself again and again, until Python's limit was reached",
        node=call,
        label=f"calls `{function.name}` once more, before it has ended",
        hint=f"What ends this chain of calls of `{function.name}`?",
    )


def _refused(case: Case, found: re.Match[str], line: int | None) -> About:
    return About(
        message="another program was to be started, which this exercise does not allow",
        label="refused",
        hint="Which function of Python does the same work without another program?",
    )


def _loop_given(case: Case, found: re.Match[str], line: int | None) -> About:
    """Name the `loop=` that a call of asyncio does not take any more: on the line, or else the only one of its kind."""
    given = [
        (call, keyword)
        for call in case.code.calls
        for keyword in call.keywords
        if keyword.arg == "loop" and case.code.callee(call).startswith("asyncio.")
    ]
    here = [pair for pair in given if line is not None and pair[0].lineno <= line <= (pair[0].end_lineno or line)]
    if not given:
        return About()
    call, keyword = (here or given)[0]
    return About(
        message=f"`{case.code.callee(call)}` was given `loop=`, which it does not take any more",
        node=keyword,
        label="removed from Python",
        notes=(LOOP,),
        hint="Which event loop runs this program, and does anybody else have to be told so?",
    )


_FORMS = (
    (r"TypeError: [\w.]+\(\) got an unexpected keyword argument 'loop'", _loop_given),
    (r"NameError: (?:name|free variable) '(\w+)' is not defined", _not_defined),
    (r"UnboundLocalError: (?:cannot access )?local variable '(\w+)'", _local),
    (r"AttributeError: (?:partially initialized )?module '([\w.]+)' has no attribute '(\w+)'", _no_attribute),
    (r"AttributeError: type object '(\w+)' has no attribute '(\w+)'", _no_method),
    (r"AttributeError: '(\w+)' object has no attribute '(\w+)'", _no_method),
    (r"(RecursionError)\b", _endless_recursion),
    (r"PermissionError: this exercise does not allow", _refused),
)


def import_notes(case: Case, text: str, place: Place | None) -> tuple[list[str], str]:
    """Return notes on an import that failed, and the question to ask."""
    missing = re.match(r"No module named '([\w.]+)'", text)
    absent = re.match(r"cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'", text)
    file = case.file
    beside = f"{file} and given.py" if case.evidence.exercise.given else f"{file} alone"
    if missing is not None:
        name = missing[1]
        near = of_module(name) or like(name, sys.stdlib_module_names)
        if case.is_script:
            return (
                near,
                f"Where is `{name}` to come from: the folder of {file}, or a package of the Python that runs it?",
            )
        alone = f"{beside} {'are' if case.evidence.exercise.given else 'is'} graded, without other files beside it"
        return [*near, alone], f"Is there a module `{name}` where the program is graded, or only where it was written?"
    if absent is not None:
        return like(absent[1], _names_in(case, absent[2])), _SPELLING
    if "relative import" in text:
        line = case.line(place)
        node = case.code.statement(line) if line is not None else None
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        return (
            [f"a dot before a module's name means the package of the file itself, and {file} belongs to none"],
            f"What does the dot before `{module}` mean?" if module else "What does the dot in this import mean?",
        )
    return [], _SPELLING


_SPELLING = "Which names does that module really have, and how are they spelt?"


def like(name: str, names: Iterable[str]) -> list[str]:
    """Return a note on the name that is most like one, or none."""
    near: Sequence[str] = get_close_matches(name, sorted(set(names) - {name}), 1, 0.75)
    return [f"a name like it: {quoted(near[0])}"] if near else []


def _names_in(case: Case, module: str) -> tuple[str, ...]:
    if module == "given":
        return tuple(Source(case.evidence.exercise.given).functions)
    return MODULES.get(module, ())


def _names_of(case: Case) -> list[str]:
    """Return the names to which the file gives a meaning."""
    found = [*case.code.functions, *case.code.aliases, *Source(case.evidence.exercise.given).functions]
    for node in case.code.nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.ClassDef(name=name):
                found.append(name)
            case ast.Import(names=names):
                found += [one.name.partition(".")[0] for one in names]
            case _:
                pass
    return found


def _name_on(case: Case, name: str, line: int | None) -> ast.AST | None:
    """Return where a name is read on a line."""
    return next((n for n in _on(case, line) if isinstance(n, ast.Name) and n.id == name and _is_read(n)), None)


def _is_read(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)


def _attribute_on(case: Case, name: str, line: int | None) -> ast.AST | None:
    return next((n for n in _on(case, line) if isinstance(n, ast.Attribute) and n.attr == name), None)


def _on(case: Case, line: int | None) -> list[ast.AST]:
    """Return the nodes on a line, or else in the statement round it."""
    if line is None:
        return []
    here = [node for node in case.code.nodes if getattr(node, "lineno", 0) == line]
    statement = case.code.statement(line)
    return [*here, *(ast.walk(statement) if statement is not None else ())]
