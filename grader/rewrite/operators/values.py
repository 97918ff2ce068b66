"""Mistakes in what is counted, compared, limited, said, and waited for how long."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..program import Change, Program
from .operator import Operator, called, change, is_asyncio

COMPARED = {
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Lt: ("<=", ">"),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<"),
    ast.GtE: (">", "<"),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
}
"""Operator of a comparison → others."""

COMPUTED = {ast.Add: "-", ast.Sub: "+", ast.Mult: "+", ast.Pow: "*", ast.Div: "*", ast.FloorDiv: "/"}
"""Operator of a computation → another one."""

WITHOUT_LIMIT = {
    "Semaphore": "1000",
    "BoundedSemaphore": "1000",
    "Queue": "0",
    "timeout": "None",
}
"""What sets a limit → the argument with which there is none."""

OPTIONS = ("return_exceptions", "return_when", "timeout", "maxsize")
"""Keyword arguments of asyncio's functions without which they do something else."""


def other_number(program: Program) -> Iterator[Change]:
    """Make a number one more, and one less."""
    for node in program.each(ast.Constant):
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            for number in (node.value + 1, node.value - 1):
                if number >= 0:
                    yield change(program.instead(node, str(number)))


def other_text(program: Program) -> Iterator[Change]:
    """Make a text another one."""
    for node in program.each(ast.Constant, ast.JoinedStr):
        is_text = isinstance(node, ast.JoinedStr) or isinstance(node.value, str | bytes)
        if is_text and not isinstance(program.parent(node), ast.JoinedStr):
            quote = re.match(r"\w*(\"\"\"|'''|\"|')", program.code(node))
            if quote is not None:
                place = program.start(node) + quote.end()
                yield change(program.between(place, place, "_"))


def drop_newline(program: Program) -> Iterator[Change]:
    """Make a text without it of one that ends in a newline."""
    for node in program.each(ast.Constant, ast.JoinedStr):
        ended = re.search(r"(?<!\\)(\\n)(?:\"|')$", program.code(node))
        if ended is not None:
            start = program.start(node)
            yield change(program.between(start + ended.start(1), start + ended.end(1)))


def other_delay(program: Program) -> Iterator[Change]:
    """Make `sleep(1)`, `sleep(0)` and half of the time of `sleep(delay)`."""
    for node in program.each(ast.Call):
        if is_asyncio(node, "sleep") and node.args and not isinstance(node.args[0], ast.Constant):
            for seconds in ("1", "0", f"({program.code(node.args[0])}) / 2"):
                yield change(program.instead(node.args[0], seconds))


def drop_limit(program: Program) -> Iterator[Change]:
    """Make `Semaphore(1000)` of `Semaphore(3)`, `Queue(0)` of `Queue(1)`, `timeout(None)` of `timeout(2)`."""
    for node in program.each(ast.Call):
        if called(node) in WITHOUT_LIMIT and node.args:
            yield change(program.instead(node.args[0], WITHOUT_LIMIT[called(node)]))


def drop_option(program: Program) -> Iterator[Change]:
    """Make `gather(…)` of `gather(…, return_exceptions=True)`."""
    for node in program.each(ast.Call):
        for option in node.keywords:
            if option.arg in OPTIONS:
                ends = [*map(program.end, node.args), *map(program.end, node.keywords)]
                start = max((end for end in ends if end < program.start(option)), default=program.start(option))
                yield change(program.between(start, program.end(option)))


def other_condition(program: Program) -> Iterator[Change]:
    """Make `not x` of `x`, `!=` of `==`, `x` of `x is not None`, `or` of `and`, and the like."""
    for node in program.each(ast.If, ast.While, ast.IfExp):
        if not isinstance(node.test, ast.Constant):
            yield change(program.instead(node.test, f"not ({program.code(node.test)})"))
    for compared in program.each(ast.Compare):
        if len(compared.ops) == 1:
            left, right = compared.left, compared.comparators[0]
            start, end = _inner(program, compared, left, right)
            for sign in COMPARED[type(compared.ops[0])]:
                yield change(program.between(start, end, sign))
            if isinstance(compared.ops[0], ast.IsNot):
                kept = program.text[program.start(compared) : start].rstrip()
                yield change(program.instead(compared, kept))
    for joined in program.each(ast.BoolOp):
        word, other = ("and", "or") if isinstance(joined.op, ast.And) else ("or", "and")
        for left, right in zip(joined.values, joined.values[1:], strict=False):
            gap = program.text[program.end(left) : program.start(right)]
            yield change(program.between(program.end(left), program.start(right), gap.replace(word, other)))


def _inner(program: Program, outer: ast.expr, left: ast.expr, right: ast.expr) -> tuple[int, int]:
    """Return the stretch of an operator between two operands; brackets round them stay outside."""
    start, end = program.end(left), program.start(right)
    gap = program.text[start:end]
    start += len(gap) - len(gap.lstrip(") "))
    end -= len(gap) - len(gap.rstrip("( "))
    return start, end


def other_computation(program: Program) -> Iterator[Change]:
    """Make `-` of `+`, `+` of `*`, and the like."""
    for node in program.each(ast.BinOp, ast.AugAssign):
        sign = COMPUTED.get(type(node.op))
        if sign is None:
            continue
        if isinstance(node, ast.AugAssign):
            start, end = program.end(node.target), program.start(node.value)
            yield change(program.between(start, end, f" {sign}= "))
        else:
            yield change(program.between(*_inner(program, node, node.left, node.right), sign))


VALUES = (
    Operator("other-number", ("wrong-output", "over-serialised", "unbounded-concurrency"), other_number),
    Operator("other-text", ("wrong-output",), other_text),
    Operator("drop-newline", ("stream-hang", "wrong-output"), drop_newline),
    Operator("other-delay", ("wrong-output", "parameter-ignored"), other_delay),
    Operator("drop-limit", ("unbounded-concurrency", "timeout-misuse"), drop_limit),
    Operator("drop-option", ("gather-misuse", "wait-misuse"), drop_option),
    Operator("other-condition", ("wrong-output", "eof-ignored"), other_condition),
    Operator("other-computation", ("wrong-output",), other_computation),
)
