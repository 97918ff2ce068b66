"""Plain data for the pipe: tagged, so that a tuple stays a tuple and an object never poses as data.

Scalars stand for themselves (None, bool, str, small int, finite float). Everything else is an array that starts with
its tag:

    ["l", …] list   ["t", …] tuple   ["s", …] set   ["S", …] frozenset   ["d", [key, value], …] dict
    ["i", "12345678901234567890"] large int   ["f", "nan"] float   ["b", "00ff"] bytes
    ["e", "ValueError", "text"] exception   ["o", "gather.Point", "Point(1, 2)"] anything else: type and text

A subclass of a plain type is "anything else": its methods may lie.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable
from typing import Any

SAFE_INT = 2**53
MAX_DEPTH = 40
MAX_ITEMS = 20_000
MAX_TEXT = 200
TEXT_PER_ITEM = 100
"""Characters that count as one item."""
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def safe_repr(value: object, limit: int = MAX_TEXT) -> str:
    """Write a value as text of at most `limit` characters, without addresses, whatever its `__repr__` does."""
    try:
        text = repr(value)
    except BaseException as error:
        text = f"<{name_of(type(value))} whose repr raised {name_of(type(error))}>"
    text = _ADDRESS.sub("", str.__str__(text))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def type_name(kind: type) -> str:
    """Name a class as a learner would: without the module where that is `builtins`."""
    try:
        module, name = kind.__module__, kind.__qualname__
    except BaseException:  # a metaclass may do anything
        return name_of(kind)
    return f"{name}" if module == "builtins" else f"{module}.{name}"


def name_of(kind: type) -> str:
    """Name a class without asking its metaclass."""
    name: str = type.__dict__["__name__"].__get__(kind)
    return name


class _TooLarge(Exception):
    """A value is more than a frame should hold."""


def encode(value: object) -> Any:
    """Return `value` as data that `json` can write; see the module's table. One that is too large is told as text."""
    budget = [MAX_ITEMS]
    try:
        return _encode(value, MAX_DEPTH, budget)
    except _TooLarge:
        return ["o", type_name(type(value)), f"a value of type {name_of(type(value))}, too large or too deep to show"]


def _encode(value: object, depth: int, budget: list[int]) -> Any:
    kind = type(value)
    budget[0] -= 1
    if value is None or kind is bool:
        return value
    if kind is str or kind is bytes:
        budget[0] -= len(value) // TEXT_PER_ITEM  # type: ignore[arg-type]
    if depth == 0 or budget[0] < 0:
        raise _TooLarge
    if kind is str:
        return value
    if kind is bytes:
        return ["b", value.hex()]  # type: ignore[attr-defined]
    if kind is int:
        return value if -SAFE_INT <= value <= SAFE_INT else _large_int(value)  # type: ignore[operator, arg-type]
    if kind is float:
        text = repr(value)
        return ["f", text] if text in ("nan", "inf", "-inf") else value
    if kind is dict:
        pairs = value.items()  # type: ignore[attr-defined]
        return ["d", *([_encode(k, depth - 1, budget), _encode(v, depth - 1, budget)] for k, v in pairs)]
    for sequence, tag in _SEQUENCES:
        if kind is sequence:
            items = [_encode(item, depth - 1, budget) for item in value]  # type: ignore[attr-defined]
            return [tag, *(sorted(items, key=repr) if tag in "sS" else items)]
    if issubclass(kind, BaseException) and getattr(builtins, name_of(kind), None) is kind:
        return ["e", name_of(kind), safe_text(value)]
    return ["o", type_name(kind), safe_repr(value)]


# Compared with `is`, never looked up: a metaclass may define what its classes are equal to.
_SEQUENCES = ((list, "l"), (tuple, "t"), (set, "s"), (frozenset, "S"))


def _large_int(value: int) -> list[str]:
    return ["i", hex(value)] if value.bit_length() <= 4096 else ["o", "int", f"an integer of {value.bit_length()} bits"]


def safe_text(value: object, limit: int = 500) -> str:
    """Write what `str` makes of a value, such as an exception's message, whatever its `__str__` does."""
    try:
        text = _ADDRESS.sub("", str.__str__(str(value)))
    except BaseException:
        text = safe_repr(value, limit)
    return text if len(text) <= limit else text[: limit - 1] + "…"


_DECODERS: dict[str, Callable[[list[Any]], Any]] = {
    "l": lambda items: [decode(item) for item in items],
    "t": lambda items: tuple(decode(item) for item in items),
    "s": lambda items: {decode(item) for item in items},
    "S": lambda items: frozenset(decode(item) for item in items),
    "d": lambda items: {decode(key): decode(value) for key, value in items},
    "i": lambda items: int(items[0], 16),
    "f": lambda items: float(items[0]),
    "b": lambda items: bytes.fromhex(items[0]),
    "e": lambda items: make_exception(items[0], items[1]),
}


def decode(data: Any) -> Any:
    """Return the value that the judge encoded. The judge is trusted; malformed data raises."""
    return _DECODERS[data[0]](data[1:]) if type(data) is list else data


def make_exception(name: str, message: str) -> BaseException:
    """Build an exception of a built-in class."""
    kind = getattr(builtins, name)
    if not (isinstance(kind, type) and issubclass(kind, BaseException)):
        raise TypeError(f"not an exception: {name}")
    return kind(message)
