"""Which object a thing belongs to in one call of a run: whether two calls mean the same one.

Objects have no numbers in a trace. But each call has its caller and the line of it, and the text there says what was
given: a name that the caller bound once is one object in all calls that it was given to.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from grader.model import CallStarted

from .case import Case, Run
from .source import Function
from .things import Root, Step, Thing, arguments

OWN = "an object of the call's own"

FAR = 8
"""Callers' callers that are asked."""


@dataclass(frozen=True)
class Owners:
    """The objects of one run."""

    case: Case
    run: Run

    def function(self, call: CallStarted) -> Function | None:
        """Return the learner's function that a call is of."""
        line = self.case.line(call.definition)
        return self._functions.get(line) if line is not None else None

    @cached_property
    def _functions(self) -> dict[int, Function]:
        """Functions by the line on which their definition begins."""
        found = [node for node in self.case.code.nodes if isinstance(node, Function)]
        return {min(part.lineno for part in (node, *node.decorator_list)): node for node in found}

    def of(self, call: CallStarted, thing: Thing) -> Hashable | None:
        """Return the same for the same thing, in whatever call; None where it cannot be told."""
        owner = self.root(call, thing.root)
        if owner is None:
            return None
        steps = [self._step(call, step) for step in thing.steps]
        return (call.call, thing.text) if owner is OWN or None in steps else (owner, *steps)

    def root(self, call: CallStarted, root: Root) -> Hashable | None:
        """Return the same for the object with which a thing begins, in whatever call; None where it cannot be told."""
        return self._root(call, root, FAR)

    def named(self, call: CallStarted, name: str) -> Hashable | None:
        """Return the same as `root` for what a call knows under a name."""
        function = self.function(call)
        return self._expression(call, function, ast.Name(name), FAR) if function is not None else None

    # --- the object ---

    def _root(self, call: CallStarted, root: Root, far: int) -> Hashable | None:
        if root.kind == "module":
            return root.file, root.name
        if root.kind == "argument":
            return self._argument(call, root.name, far)
        outer: CallStarted | None = call
        while outer is not None:
            outer = self._calls.get(outer.parent or 0)
            if outer is not None and self.function(outer) is root.owner:
                return outer.call, root.name
        return self._made_once(root)

    def _made_once(self, root: Root) -> Hashable | None:
        """Tell the variable of a plain function that is called in one place, and there once."""
        if root.owner is None or isinstance(root.owner, ast.AsyncFunctionDef):
            return None
        calls = self.case.code.calls_of(root.owner.name)
        alone = len(calls) == 1 and self.case.code.loop_of(calls[0]) is None
        return (root.owner.lineno, root.name) if alone else None

    def _argument(self, call: CallStarted, name: str, far: int) -> Hashable | None:
        """Look up what the caller gave for an argument."""
        function = self.function(call)
        caller = self._calls.get(call.parent or 0)
        maker = self.function(caller) if caller is not None else None
        if function is None or caller is None or maker is None or not far:
            return None
        sites = self._sites(call, function, maker)
        given = [self._operand(site, function, name) for site in sites] or _handed_on(maker, function, name)
        given = given or _gone_through(maker, function, name, self.case.line(call.place))
        found = {self._expression(caller, maker, node, far - 1) for node in given}
        if len(found) == 1:
            return found.pop()
        return OWN if found and None not in found else None

    def _sites(self, call: CallStarted, function: Function, maker: Function) -> list[ast.Call]:
        """Return where a caller's text makes a call; of several on one line the one that stands where it was made."""
        if (function, maker) not in self._texts:
            self._texts[function, maker] = self.case.code.calls_of(function.name, within=maker)
        sites = self._texts[function, maker]
        line = self.case.line(call.place) or 0
        there = [site for site in sites if site.lineno <= line <= (site.end_lineno or 0)] or list(sites)
        beside = self._beside[call.parent, call.place, call.function]
        return [there[beside.index(call)]] if len(beside) == len(there) else there

    def _operand(self, site: ast.Call, function: Function, name: str) -> ast.expr | None:
        names = [argument.arg for argument in arguments(function)]
        if isinstance(self.case.code.parent(function), ast.ClassDef) and isinstance(site.func, ast.Attribute):
            if names[:1] == [name]:
                return site.func.value
            names = names[1:]
        by_name = {word.arg: word.value for word in site.keywords}
        return dict(zip(names, site.args, strict=False)).get(name) or by_name.get(name)

    def _expression(self, call: CallStarted, function: Function, node: ast.expr | None, far: int) -> Hashable | None:
        match node:
            case ast.Name(id=name) if name in self.case.scopes.locals(function):
                if any(argument.arg == name for argument in arguments(function)):
                    return self._argument(call, name, far) if not self.case.scopes.stores(function, name) else None
                stores = self.case.scopes.stores(function, name)
                alone = len(stores) == 1 and self.case.code.loop_of(stores[0]) is None
                return (call.call, name) if alone else OWN
            case ast.Name(id=name):
                root = self.case.scopes.root(function, name)
                return self._root(call, root, far) if root is not None else None
            case ast.Attribute(value=value, attr=attr):
                owner = self._expression(call, function, value, far)
                return (owner, attr) if owner not in (None, OWN) else owner
            case ast.Subscript(value=value, slice=ast.Constant(value=key)):
                owner = self._expression(call, function, value, far)
                return (owner, repr(key)) if owner not in (None, OWN) else owner
            case ast.Call():  # made anew for what is called: an object for each turn of a loop, else one
                alone = self.case.code.parent(node) is not None and self.case.code.loop_of(node) is None
                return (call.call, node.lineno, node.col_offset) if alone else OWN
            case _:
                return None

    # --- the item ---

    def _step(self, call: CallStarted, step: Step) -> Hashable | None:
        """Return an attribute, or an item by what the call was given; None where that is not known."""
        if step.key.arguments is None:
            return None
        known = self._by_name(call) if step.key.arguments else {}
        texts = tuple(known.get(name, "<") for name in sorted(step.key.arguments))
        if any(text.startswith("<") or "…" in text for text in texts):
            return None
        shape = step.key.text if not texts else "of the arguments"
        return step.kind, shape, texts

    def _by_name(self, call: CallStarted) -> dict[str, str]:
        function = self.function(call)
        if function is None:
            return {}
        given = function.args
        names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        names = [name for name in names if name != "self"]
        texts = _split(call.arguments)
        return dict(zip(names, texts, strict=True)) if len(names) == len(texts) else {}

    @cached_property
    def _texts(self) -> dict[tuple[Function, Function], tuple[ast.Call, ...]]:
        return {}

    @cached_property
    def _beside(self) -> dict[tuple[object, ...], list[CallStarted]]:
        """Calls that were made on one line by one call."""
        found: dict[tuple[object, ...], list[CallStarted]] = {}
        for call in self._calls.values():
            found.setdefault((call.parent, call.place, call.function), []).append(call)
        return found

    @cached_property
    def _calls(self) -> dict[int, CallStarted]:
        return {event.call: event for event in self.run.events(CallStarted)}


def _handed_on(maker: Function, function: Function, name: str) -> list[ast.expr | None]:
    """Return the objects of which a method is handed on, to be called by others: `map(account.add, amounts)`."""
    if name != arguments(function)[0].arg:
        return []
    nodes = (node for node in ast.walk(maker) if isinstance(node, ast.Attribute) and node.attr == function.name)
    return [node.value for node in nodes]


def _gone_through(maker: Function, function: Function, name: str, line: int | None) -> list[ast.expr | None]:
    """Return the object of a method that `async for` or `async with` calls: what the statement on a line is given."""
    if name != arguments(function)[0].arg or not function.name.startswith("__a"):
        return []
    given: list[ast.expr] = []
    for node in ast.walk(maker):
        match node:
            case ast.AsyncFor(iter=through) | ast.comprehension(is_async=1, iter=through):
                given.append(through)
            case ast.AsyncWith(items=items):
                given += [item.context_expr for item in items]
            case _:
                pass
    return [node for node in given if node.lineno == line]


def _split(text: str) -> list[str]:
    """Split the arguments of a call as a trace shows them.

    >>> _split("'a, b', [1, 2], <Account>")
    ["'a, b'", '[1, 2]', '<Account>']
    """
    parts, quote, depth = [""], "", 0
    for before, letter in zip(" " + text, text, strict=False):
        if quote:
            quote = "" if letter == quote and before != "\\" else quote
        elif letter in "'\"":
            quote = letter
        depth += 0 if quote else (letter in "([{") - (letter in ")]}")
        if letter == "," and not quote and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]
