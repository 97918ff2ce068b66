"""What becomes of a loop whose reads give nothing any more: worked out from its text, statement by statement.

A read is worth `b""` here. What cannot be worked out is unknown, and an unknown condition may leave the loop.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Sequence

READS = ("read", "readline")
"""Methods of a stream that give nothing, at once, when it has ended. The others raise an exception then."""

_LEAVES = (ast.Break, ast.Return, ast.Raise)
_UNKNOWN = object()
_COMPARED: dict[type[ast.cmpop], Callable[[object, object], object]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,  # type: ignore[dict-item]
    ast.LtE: operator.le,  # type: ignore[dict-item]
    ast.Gt: operator.gt,  # type: ignore[dict-item]
    ast.GtE: operator.ge,  # type: ignore[dict-item]
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda one, many: one in many,  # type: ignore[operator]
    ast.NotIn: lambda one, many: one not in many,  # type: ignore[operator]
}
_SAME = ("strip", "rstrip", "lstrip", "upper", "lower", "title", "capitalize", "removesuffix", "replace")
"""Methods that make nothing of nothing."""
_FALSE = ("startswith", "endswith", "isdigit", "isspace", "isalpha", "isalnum", "isupper", "islower")


def is_read(node: ast.AST) -> bool:
    """Whether a node waits for a read, perhaps for a limited time."""
    match node:
        case ast.Await(value=ast.Call(func=ast.Attribute(attr="wait_for"), args=[ast.Call() as call, *_])):
            return isinstance(call.func, ast.Attribute) and call.func.attr in READS
        case ast.Await(value=ast.Call(func=ast.Attribute(attr=name))):
            return name in READS
        case _:
            return False


class Emptiness:
    """What becomes of a loop whose reads give nothing any more."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def leaves(self, loop: ast.While) -> bool:
        """Whether the loop may be left."""
        begins = self.worth(loop.test)  # known or not: what a round finds out decides the test of the next one
        if self._is_sure(begins, False) or self._block(loop.body):
            return True
        return not self._is_sure(self.worth(loop.test), True) or bool(self._block(loop.body))

    def _is_sure(self, value: object, wanted: bool) -> bool:
        return value is not _UNKNOWN and bool(value) is wanted

    def _block(self, statements: Sequence[ast.stmt]) -> bool | None:
        """Whether a block leaves the loop; False: surely not. None: it goes on with the next round."""
        for statement in statements:
            found = self._statement(statement)
            if found is not False:
                return found
        return False

    def _statement(self, node: ast.stmt) -> bool | None:
        match node:
            case ast.Break() | ast.Return() | ast.Raise():
                return True
            case ast.Continue():
                return None
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                self._values[name] = self.worth(value)
            case ast.If(test=test, body=body, orelse=orelse):
                holds = self.worth(test)
                if holds is not _UNKNOWN:
                    return self._block(body if holds else orelse)
                return self._skip(node)
            case ast.Try(body=body, orelse=orelse, finalbody=finalbody):
                return self._block([*body, *orelse, *finalbody])
            case ast.With(body=body) | ast.AsyncWith(body=body):
                return self._block(body)
            case _:
                return self._skip(node)
        return False

    def _skip(self, node: ast.stmt) -> bool:
        """Forget what a statement changes; return whether the loop may be left in it."""
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
                self._values[inner.id] = _UNKNOWN
        return any(isinstance(inner, _LEAVES) for inner in ast.walk(node))

    def worth(self, node: ast.expr) -> object:
        """Return the value of an expression after an empty read, or `_UNKNOWN`."""
        if is_read(node):
            return b""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return self._values.get(name, _UNKNOWN)
            case ast.NamedExpr(target=ast.Name(id=name), value=given):
                self._values[name] = self.worth(given)
                return self._values[name]
            case ast.Tuple(elts=elts) | ast.List(elts=elts) | ast.Set(elts=elts):
                values = [self.worth(element) for element in elts]
                return _UNKNOWN if _UNKNOWN in values else tuple(values)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.worth(operand)
                return _UNKNOWN if inner is _UNKNOWN else not inner
            case ast.BoolOp(op=op, values=parts):
                values = [self.worth(part) for part in parts]
                ends = isinstance(op, ast.Or)
                if any(self._is_sure(value, ends) for value in values):
                    return ends
                return _UNKNOWN if _UNKNOWN in values else values[-1]
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compare(self.worth(left), op, self.worth(right))
            case ast.Call():
                return self._call(node)
            case _:
                return _UNKNOWN

    def _compare(self, left: object, op: ast.cmpop, right: object) -> object:
        if left is _UNKNOWN or right is _UNKNOWN:
            return _UNKNOWN
        try:
            return _COMPARED[type(op)](left, right)
        except TypeError:
            return _UNKNOWN

    def _call(self, call: ast.Call) -> object:
        match call:
            case ast.Call(func=ast.Attribute(attr="at_eof")):
                return True
            case ast.Call(func=ast.Name(id="len" | "bool" as name), args=[argument]):
                return {"len": 0, "bool": False}[name] if self.worth(argument) in (b"", "") else _UNKNOWN
            case ast.Call(func=ast.Name(id="str"), args=[argument, _]):
                return "" if self.worth(argument) == b"" else _UNKNOWN
            case ast.Call(func=ast.Attribute(attr=name, value=owner)):
                nothing = self.worth(owner)
                if nothing not in (b"", ""):
                    return _UNKNOWN
                if name == "decode":
                    return ""
                return nothing if name in _SAME else False if name in _FALSE else _UNKNOWN
            case _:
                return _UNKNOWN
