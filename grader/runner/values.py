"""The judge's end of the tagged values: strict, bounded, and without a way to run anything.

The tags are told in `grader/engine/values.py`; the two ends share no code, because only this one may be trusted.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import msgspec

MAX_DEPTH = 60
MAX_ITEMS = 50_000
MAX_SAME_HASH = 100
"""Items of a set, or keys of a dictionary, that may share a hash: to tell n of them apart takes n² comparisons."""


class Opaque(msgspec.Struct, frozen=True):
    """A value that is no plain data: equal to nothing but the same type and text."""

    type: str
    """Name of its class."""
    text: str
    """Its `repr`, cut."""

    def __repr__(self) -> str:
        return self.text


class MalformedValue(ValueError):
    """Not something that the engine writes."""


def decode(data: object, left: list[int] | None = None) -> object:
    """Return the value that a runner sent; `left` says how many more items all its values may have. MalformedValue."""
    budget = [MAX_ITEMS if left is None else min(MAX_ITEMS, left[0])]
    before = budget[0]
    try:
        found = _decode(data, MAX_DEPTH, budget)
    except MalformedValue:
        raise
    except Exception as error:
        raise MalformedValue(f"{type(error).__name__}: {error}") from error
    if left is not None:
        left[0] -= before - budget[0]
    return found


def _decode(data: object, depth: int, budget: list[int]) -> object:
    budget[0] -= 1
    if depth == 0 or budget[0] < 0:
        raise MalformedValue("a value is too deep or too large")
    if data is None or isinstance(data, bool | str | int | float):
        return data
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        raise MalformedValue("a value has no tag")
    tag, *items = data
    if tag in _CONTAINERS:
        found = [_decode(item, depth - 1, budget) for item in items]
        if tag in "sS":
            _refuse_collisions(found)
        return _CONTAINERS[tag](found)
    if tag == "d":
        pairs = [(_decode(key, depth - 1, budget), _decode(value, depth - 1, budget)) for key, value in items]
        _refuse_collisions([key for key, _ in pairs])
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            raise MalformedValue("a key comes twice")
        return mapping
    if tag not in _LEAVES or not all(isinstance(item, str) for item in items):
        raise MalformedValue(f"no such tag: {tag[:20]!r}")
    return _LEAVES[tag](*items)


def _refuse_collisions(items: list[object]) -> None:
    """Raise MalformedValue for items that were chosen to share a hash, as integers can be."""
    hashes = sorted(map(hash, items))
    if any(one == other for one, other in zip(hashes, hashes[MAX_SAME_HASH:], strict=False)):
        raise MalformedValue("too many items with the same hash")


def _integer(text: str) -> int:
    if len(text) > 1100:
        raise MalformedValue("an integer is too long")
    return int(text, 16)


def _exception(name: str, text: str) -> Opaque:
    return Opaque(name, f"{name}({text!r})")


_CONTAINERS: dict[str, Callable[[list[Any]], object]] = {"l": list, "t": tuple, "s": set, "S": frozenset}
_LEAVES: dict[str, Callable[..., object]] = {
    "i": _integer,
    "f": {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}.__getitem__,
    "b": bytes.fromhex,
    "e": _exception,
    "o": Opaque,
}


def encode(value: object) -> object:
    """Return plain data of the judge's (or a built-in exception) as what the engine reads. Raises TypeError."""
    kind = type(value)
    if value is None or kind in (bool, str) or (isinstance(value, int) and -(2**53) <= value <= 2**53):
        return value
    if isinstance(value, float):
        text = repr(value)
        return ["f", text] if text in ("nan", "inf", "-inf") else value
    if isinstance(value, int):
        return ["i", hex(value)]
    if isinstance(value, bytes):
        return ["b", value.hex()]
    if isinstance(value, dict):
        return ["d", *([encode(key), encode(item)] for key, item in value.items())]
    for tag, container in _CONTAINERS.items():
        if kind is container:
            return [tag, *map(encode, value)]  # type: ignore[call-overload]
    if isinstance(value, BaseException) and getattr(builtins, kind.__name__, None) is kind:
        return ["e", kind.__name__, str(value)]
    raise TypeError(f"no plain data: {value!r}")
