"""Expressions, evaluated in the order in which Python does it: what was read for a value, and what it is.

Plain functions, and coroutines that are awaited where they are called, are walked into.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from .marks import Mark, Marks
from .source import Function
from .things import Key, Scopes, Thing, arguments
from .uses import Node, Site, Way

DEEP = 40
"""Nested expressions and statements that are walked into."""
CALLS = 3
"""Calls within calls that are walked into."""
STEPS = 5_000
"""Nodes that are looked at for one function."""

KEYED = {"add", "discard", "remove", "setdefault", "pop", "__setitem__"}
"""Methods that change one item of a collection, named by their first argument."""
CHANGING = KEYED | {"append", "appendleft", "extend", "insert", "update", "clear", "popitem", "popleft", "sort"}
"""Methods that change a collection."""
LOOKING = {"get", "copy", "count", "index", "items", "keys", "values"}
"""Methods that only look."""
CONTENT = {"len", "sum", "min", "max", "list", "tuple", "set", "dict", "sorted", "any", "all"}
"""Functions that look at what is in their argument."""
LOCKS = {"Lock", "Semaphore", "BoundedSemaphore", "Condition"}
"""What keeps others out."""


class Value(NamedTuple):
    """What an expression gives."""

    marks: frozenset[Mark] = frozenset()
    """What was read for it."""
    thing: Thing | None = None
    """The shared thing that it is."""
    key: Key | None = None
    """What it is in terms of the arguments."""
    lock: bool = False
    """Whether it is a lock that was made here."""


@dataclass
class Frame:
    """A function that is walked through."""

    function: Function
    scopes: Scopes
    names: dict[str, Value] = field(default_factory=dict)
    way: Way = ()
    shown: ast.expr | None = None
    """The call in the function that the walk began with; None in that function itself."""
    returned: list[Value] = field(default_factory=list)


class Evaluator:
    """Evaluates the expressions of one walk."""

    def __init__(self, frame: Frame, given: Scopes, marks: Marks, block: Callable[[Sequence[ast.stmt]], bool]) -> None:
        """`block` walks through the statements of a function that is called."""
        self.frames = [frame]
        self._files = (frame.scopes, given)
        self._marks = marks
        self._block = block
        self._deep = self._steps = self._fresh = 0

    @property
    def frame(self) -> Frame:
        """The function that is walked through."""
        return self.frames[-1]

    @contextmanager
    def deeper(self) -> Iterator[bool]:
        """Go into an expression or a statement; whether that can be done."""
        self._steps += 1
        self._deep += 1
        yield self._steps <= STEPS and self._deep <= DEEP
        self._deep -= 1

    # --- values ---

    def value(self, node: ast.expr | None) -> Value:
        """Evaluate an expression: what was read for it."""
        with self.deeper() as goes_on:
            return self._of_expression(node) if node is not None and goes_on else Value()

    def _of_expression(self, node: ast.expr) -> Value:
        match node:
            case ast.Name(id=name) if name in self.frame.names:
                return self.frame.names[name]
            case ast.Name() | ast.Attribute() | ast.Subscript():
                return self._read(self._thing(node), node)
            case ast.Await(value=ast.Call() as call):
                value = self._call(call, awaited=node)
                return value if value is not None else self._waited(node, self.value(call))
            case ast.Await():
                return self._waited(node, self.value(node.value))
            case ast.Call():
                value = self._call(node)
                return value if value is not None else self._unknown(node)
            case ast.NamedExpr():
                value = self.value(node.value)
                self.store(node.target, value, node)
                return value
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[where]):
                looked = self.value(left)
                thing = self._thing(where)
                if thing is None:
                    return Value(looked.marks | self.value(where).marks)
                item = self._item(thing, left, ast.unparse(where))
                return Value(looked.marks | self._read(item, node).marks)
            case ast.Lambda() | ast.Constant():
                return Value()
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self._comprehension(node)
            case _:
                marks = [self.value(child).marks for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
                return Value(frozenset().union(*marks))

    def _waited(self, node: ast.expr, value: Value) -> Value:
        self.wait(node)
        return Value(value.marks)

    def wait(self, node: ast.expr, calls: str = "") -> None:
        """Let others come in between."""
        self._marks.wait((*self.frame.way, self._site(node, calls)))

    def _site(self, node: ast.AST, calls: str = "") -> Site:
        line: int = getattr(node, "lineno", 0)
        return Site(node, self.frame.scopes.file, line, getattr(node, "end_lineno", None) or line, calls)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
        kept = dict(self.frame.names)
        marks: set[Mark] = set()
        for generator in node.generators:
            value = self.content(generator.iter)
            marks |= value.marks
            self.store(generator.target, Value(value.marks), node)
            for test in generator.ifs:
                marks |= self.value(test).marks
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        for part in parts:
            marks |= self.value(part).marks
        self.frame.names = kept
        return Value(frozenset(marks))

    def test(self, node: ast.expr) -> frozenset[Mark]:
        """Evaluate what a branch hangs on; a look at what was written before is no reliance on it."""
        with self._marks.asking():
            return self.content(node.operand if isinstance(node, ast.UnaryOp) else node).marks

    def content(self, node: ast.expr) -> Value:
        """Evaluate an expression of which the content counts, and not only which object it is."""
        thing = self._thing(node) if isinstance(node, ast.Name) else None
        value = self.value(node)
        return Value(value.marks | self._read(thing, node).marks) if thing is not None else value

    # --- calls ---

    def _unknown(self, call: ast.Call) -> Value:
        """Evaluate a call of which only the name is known."""
        name = _last(call.func)
        thing = self._thing(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if isinstance(call.func, ast.Attribute) and thing is None:
            self.value(call.func.value)
        look = self.content if name in CONTENT else self.value
        marks = [look(part).marks for part in [*call.args, *(word.value for word in call.keywords)]]
        given = frozenset[Mark]().union(*marks)
        if name == "release":
            self._marks.locks = self._marks.locks[:-1]
        if name == "print":
            self._marks.printed(self.frame.shown or call)
        if thing is None or name not in CHANGING | LOOKING:
            return Value(given, lock=name in LOCKS)
        if call.args and (name in KEYED or name == "get"):
            thing = self._item(thing, call.args[0], thing.text)
        if name in LOOKING:
            return Value(given | self._read(thing, call).marks)
        self._write(thing, given, call)
        return self._read(thing, call) if name in ("pop", "popitem", "popleft", "setdefault") else Value()

    def _call(self, call: ast.Call, awaited: ast.Await | None = None) -> Value | None:
        """Walk into a function that is called here; None where that cannot be done."""
        if awaited is not None and _last(call.func) == "acquire" and isinstance(call.func, ast.Attribute):
            holder = self.value(call.func.value)
            self.wait(awaited)
            self._marks.lock(call.func.value, is_new=holder.lock)
            return Value()
        found = self._called(call)
        if found is None or len(self.frames) > CALLS:
            return None
        function, scopes = found
        if isinstance(function, ast.AsyncFunctionDef) != (awaited is not None):
            return None
        if any(frame.function is function for frame in self.frames) or _is_generator(function):
            return None
        names = self._bound(call, function)
        way = self.frame.way
        if awaited is not None:
            way = (*way, self._site(awaited, function.name))
        self.frames.append(Frame(function, scopes, names, way, self.frame.shown or awaited or call))
        held, locks = len(self._marks.guards), self._marks.locks
        waits = self._marks.waits
        self._block(function.body)
        del self._marks.guards[held:]
        self._marks.locks = locks
        returned = self.frames.pop().returned
        if awaited is not None and self._marks.waits == waits:
            self.wait(awaited)  # what stands in its place in a check may wait
        marks = frozenset[Mark]().union(*(value.marks for value in returned))
        return Value(marks, returned[0].thing if len(returned) == 1 else None)

    def _called(self, call: ast.Call) -> tuple[Function, Scopes] | None:
        """Return the function that a call is of, where only one can be meant."""
        own = isinstance(call.func, ast.Attribute)
        name = _last(call.func)
        found = [
            (node, scopes)
            for scopes in self._files
            for node in scopes.functions.get(name, ())
            if isinstance(scopes.code.parent(node), ast.ClassDef) == own and not node.decorator_list
        ]
        if isinstance(call.func, ast.Attribute) and _last(call.func.value) == "self":
            home = self.frame.scopes.code.parent(self.frame.function)
            found = [pair for pair in found if pair[1].code.parent(pair[0]) is home] or found
        return found[0] if len(found) == 1 else None

    def _bound(self, call: ast.Call, function: Function) -> dict[str, Value]:
        """Return what the arguments of a call are, by parameter."""
        names = [argument.arg for argument in arguments(function)]
        bound: dict[str, Value] = {}
        if isinstance(call.func, ast.Attribute) and names:
            bound[names.pop(0)] = self._operand(call.func.value)
        for name, argument in zip(names, call.args, strict=False):
            bound[name] = self._operand(argument)
        bound |= {word.arg: self._operand(word.value) for word in call.keywords if word.arg is not None}
        return {argument.arg: bound.get(argument.arg, Value()) for argument in arguments(function)}

    def _operand(self, node: ast.expr) -> Value:
        """Evaluate an argument: what was read for it, and what it is."""
        key = self.key(node)
        value = self.value(node)
        thing = self._thing(node) if isinstance(node, ast.Name | ast.Attribute | ast.Subscript) else None
        return Value(value.marks, thing, key, value.lock)

    # --- things ---

    def _thing(self, node: ast.expr) -> Thing | None:
        """Return the shared thing that an expression is; None where it is none."""
        match node:
            case ast.Name(id=name):
                if name in self.frame.names:
                    return self.frame.names[name].thing
                if name in self.frame.scopes.locals(self.frame.function):
                    return None
                root = self.frame.scopes.root(self.frame.function, name)
                return Thing(root, (), name) if root is not None else None
            case ast.Attribute(value=value, attr=attr):
                thing = self._thing(value)
                if thing is None:
                    return None
                return thing.part("attribute", Key(attr, frozenset()), self._text(node, thing, f".{attr}"))
            case ast.Subscript(value=value, slice=index):
                thing = self._thing(value)
                self.value(index)
                if thing is None:
                    return None
                return self._item(thing, index, self._text(node, thing, f"[{ast.unparse(index)}]"))
            case _:
                self.value(node)
                return None

    def _item(self, thing: Thing, index: ast.expr, text: str) -> Thing:
        key = self.key(index)
        if key is None:
            self._fresh += 1
            key = Key(f"{ast.unparse(index)} #{self._fresh}", None)
        return thing.part("item", key, text)

    def _text(self, node: ast.expr, whole: Thing, part: str) -> str:
        """Write a part of a thing as the program does; what given code keeps inside of an object is not told."""
        if self.frame.scopes is not self._files[0]:
            return whole.text
        return whole.text + part if self.frame.shown is not None else self.frame.scopes.code.code(node)

    def key(self, node: ast.expr) -> Key | None:
        """Return what an expression is in terms of the arguments; None where that cannot be told."""
        texts, needed = [ast.unparse(node)], set[str]()
        for child in ast.walk(node):
            if isinstance(child, ast.Await | ast.NamedExpr | ast.Lambda):
                return None
            if not isinstance(child, ast.Name):
                continue
            known = self.frame.names.get(child.id)
            if known is None and child.id not in self.frame.scopes.locals(self.frame.function):
                continue
            if known is None or known.key is None:
                return None
            texts.append(known.key.text)
            if known.key.arguments is None:
                return Key(" ".join(texts), None)
            needed |= known.key.arguments
        text = texts[1] if isinstance(node, ast.Name) and len(texts) > 1 else " ".join(texts)
        return Key(text, frozenset(needed))

    def _read(self, thing: Thing | None, node: Node) -> Value:
        if thing is None:
            return Value()
        return Value(frozenset({self._marks.read(thing, self.frame.shown or node)}), thing)

    def store(self, target: ast.expr, value: Value, node: Node) -> None:
        """Write a value where an assignment, a loop or the like puts it."""
        match target:
            case ast.Name(id=name) if name in self.frame.scopes.locals(self.frame.function):
                key = value.key
                if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                    key = self.key(node.value)
                if key is None:
                    self._fresh += 1
                    key = Key(f"{name} #{self._fresh}", None)
                self.frame.names[name] = value._replace(key=key)
            case ast.Name() | ast.Attribute() | ast.Subscript():
                thing = self._thing(target)
                if thing is None:
                    return
                self._write(thing, value.marks, node)
                if isinstance(node, ast.Assign) and not value.marks and self._is_own(node.value):
                    self._marks.keep(thing, node)
            case ast.Tuple() | ast.List():
                for part in target.elts:
                    self.store(part, Value(value.marks), target)
            case ast.Starred():
                self.store(target.value, Value(value.marks), target)
            case _:
                pass

    def _is_own(self, node: ast.expr) -> bool:
        """Whether a value is made of what this call was given."""
        key = self.key(node)
        return key is not None and bool(key.arguments) and len(self.frames) == 1

    def _write(self, thing: Thing, marks: frozenset[Mark], node: Node) -> None:
        inner = self.frame.shown
        self._marks.write(thing, marks, inner or node, is_constant=_is_constant(node), is_inner=inner is not None)


def _last(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_constant(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)


def _is_generator(function: Function) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))
