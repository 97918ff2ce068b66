"""What a function reads of shared things, and writes after an `await` on the strength of what it read.

A function's text is walked in the order in which Python evaluates it, each branch once and each loop twice. What is
read of a shared thing leaves a mark on the values made of it and on the branches decided by it (`marks`).

What may be the case is found here; that it was the case, a run has to show (`sharing`).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .evaluating import Evaluator, Frame, Value
from .marks import Guard, Marks, Passed, merged
from .source import Function
from .things import Key, Root, Scopes, Thing, arguments
from .uses import Update, Uses


def uses(function: Function, scopes: Scopes, given: Scopes) -> Uses:
    """Return what a function does with shared things, in the order of the text; one of each for each thing and line."""
    marks = Marks(function)
    _Walk(function, scopes, given, marks).through(function.body)
    found: dict[tuple[object, ...], Update] = {}
    for update in marks.updates:
        found.setdefault((update.thing.root, update.kind, update.then.lineno), update)
    return Uses(tuple(found.values()), tuple({write.node: write for write in marks.writes[::-1]}.values())[::-1])


class _Walk:
    """One way through the statements of a function."""

    def __init__(self, function: Function, scopes: Scopes, given: Scopes, marks: Marks) -> None:
        frame = Frame(function, scopes)
        for argument in arguments(function):
            root = Root("argument", argument.arg, function, scopes.file)
            key = Key(argument.arg, frozenset({argument.arg}))
            frame.names[argument.arg] = Value(thing=Thing(root, (), argument.arg), key=key)
        self._marks = marks
        self._evaluator = Evaluator(frame, given, marks, self.through)

    def through(self, body: Sequence[ast.stmt]) -> bool:
        """Walk through statements; whether they end what comes after them."""
        with self._marks.block():
            return any(self._statement(statement) for statement in body)

    def _statement(self, node: ast.stmt) -> bool:
        with self._evaluator.deeper() as goes_on:
            return self._of_kind(node) if goes_on else True

    def _of_kind(self, node: ast.stmt) -> bool:
        match node:
            case ast.Assign():
                value = self._evaluator.value(node.value)
                for target in node.targets:
                    self._evaluator.store(target, value, node)
            case ast.AnnAssign(value=ast.expr() as right):
                self._evaluator.store(node.target, self._evaluator.value(right), node)
            case ast.AugAssign():
                before = self._evaluator.value(node.target)
                value = self._evaluator.value(node.value)
                self._evaluator.store(node.target, Value(before.marks | value.marks), node)
            case ast.Delete():
                for target in node.targets:
                    self._evaluator.store(target, Value(), node)
            case ast.Return():
                self._evaluator.frame.returned.append(
                    self._evaluator.value(node.value) if node.value is not None else Value()
                )
                return True
            case ast.Raise():
                for part in (node.exc, node.cause):
                    self._evaluator.value(part)
                return True
            case ast.Continue() | ast.Break():
                return True
            case ast.If():
                return self._if(node)
            case ast.While() | ast.For() | ast.AsyncFor():
                self._loop(node)
            case ast.With() | ast.AsyncWith():
                return self._with(node)
            case ast.Try() | ast.TryStar():
                return self._try(node)
            case ast.Match():
                guard = self._marks.guard(self._evaluator.value(node.subject).marks)
                self._branches(guard, [*(case.body for case in node.cases), []])
            case ast.Expr(value=value):
                self._evaluator.value(value)
            case ast.Assert(test=test):
                self._evaluator.value(test)
            case _:
                pass
        return False

    def _if(self, node: ast.If) -> bool:
        guard = self._marks.guard(self._evaluator.test(node.test))
        ends = self._branches(guard, [node.body, node.orelse])
        if ends[0] != ends[1]:
            self._marks.guards.append(guard)
        return all(ends)

    def _branches(self, guard: Guard, bodies: Sequence[list[ast.stmt]]) -> list[bool]:
        """Walk through bodies of which one is run; whether each ends what comes after."""
        start, locks = dict(self._marks.passed), self._marks.locks
        after: list[Passed] = []
        ends = []
        for body in bodies:
            self._marks.passed, self._marks.locks = dict(start), locks
            self._marks.guards.append(guard)
            ends.append(self.through(body))
            self._marks.guards.pop()
            if not ends[-1]:
                after.append(self._marks.passed)
        self._marks.passed = merged(after or [start])
        self._marks.locks = locks if any(ends) else self._marks.locks
        return ends

    def _loop(self, node: ast.While | ast.For | ast.AsyncFor) -> None:
        held = len(self._marks.guards)
        before = dict(self._marks.passed)
        if not isinstance(node, ast.While):
            items = self._evaluator.content(node.iter)
            key = self._evaluator.key(node.iter)
            own = key and Key(f"an item of {key.text}", key.arguments)
        for _ in range(2):
            if isinstance(node, ast.While):
                guard = self._marks.guard(self._evaluator.test(node.test), "while")
            else:
                if isinstance(node, ast.AsyncFor):
                    self._evaluator.wait(node.iter)
                self._evaluator.store(node.target, Value(items.marks, key=own), node)
                guard = self._marks.guard(frozenset(), "for")
            self._marks.guards.append(guard)
            self.through(node.body)
            del self._marks.guards[held:]
        self._marks.passed = merged([before, self._marks.passed])
        self.through(node.orelse)
        if isinstance(node, ast.While):
            self._marks.guards.append(self._marks.guard(self._evaluator.test(node.test), "for"))

    def _with(self, node: ast.With | ast.AsyncWith) -> bool:
        held = self._marks.locks
        for item in node.items:
            value = self._evaluator.value(item.context_expr)
            if isinstance(node, ast.AsyncWith):
                self._evaluator.wait(item.context_expr)
                self._marks.lock(item.context_expr, is_new=value.lock)
            if item.optional_vars is not None:
                self._evaluator.store(item.optional_vars, value, node)
        ends = self.through(node.body)
        self._marks.locks = held
        return ends

    def _try(self, node: ast.Try | ast.TryStar) -> bool:
        before = dict(self._marks.passed)
        ends = self.through(node.body)
        raised = merged([before, self._marks.passed])
        after = [] if ends else [self._marks.passed]
        for handler in node.handlers:
            self._marks.passed = dict(raised)
            if not self.through(handler.body):
                after.append(self._marks.passed)
        self._marks.passed = merged(after or [raised])
        if not ends:
            ends = self.through(node.orelse)
        last = self.through(node.finalbody)
        return last or not after
