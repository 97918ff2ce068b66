"""What a check compares a run with. Times are seconds, and agree to a millisecond.

at(1, "B finished")                          a line, and when
at(1, any_order("north", "east"))            lines of one instant in any order
[at(0, "A started"), at(2, "A finished")]    the whole output
overlap(call("Task A", 2), call("Task B", 1))    these calls, in this order, all under way at once
any_order(call(1), call(2))                  these calls, whichever comes first
before(call("find_user"), call("find_city"))     the second began when the first had ended
call(7, anything)                            an argument that may be whatever it likes
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.model import NANOSECONDS, seconds

TOLERANCE = NANOSECONDS // 1000
"""Nanoseconds: a millisecond."""


@dataclass(frozen=True)
class Anything:
    """An argument that may be whatever it likes."""

    def __repr__(self) -> str:
        return "…"


anything = Anything()
"""Stands in `call` for an argument that does not matter."""


@dataclass(frozen=True)
class AnyOrder:
    """Things whose order does not matter."""

    items: tuple[Any, ...]


@dataclass(frozen=True)
class At:
    """A moment, and what is printed then."""

    time: int
    """Nanoseconds."""
    lines: tuple[str, ...]
    """The lines."""
    ordered: bool
    """Whether they come in this order."""


@dataclass(frozen=True)
class Call:
    """A call of a service."""

    arguments: tuple[object, ...]
    """What it is called with."""
    time: int | None
    """When it begins, in nanoseconds; None: whenever."""

    def __str__(self) -> str:
        when = "" if self.time is None else f" at t={seconds(self.time)}"
        return f"({', '.join(map(repr, self.arguments))}){when}"


@dataclass(frozen=True)
class Overlap:
    """Calls that are under way at the same time, begun in this order."""

    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Before:
    """Calls each of which begins when the one before has ended."""

    calls: tuple[Call, ...]


def at(time: float, *lines: str | AnyOrder) -> At:
    """Say what is printed at a time, in seconds."""
    ordered = not (len(lines) == 1 and isinstance(lines[0], AnyOrder))
    found = lines if ordered else lines[0].items  # type: ignore[union-attr]
    if not found or not all(isinstance(line, str) for line in found):
        raise TypeError(f"at() takes lines as text, or one any_order() of such lines, not {found!r}")
    return At(nanoseconds(time), found, ordered)  # type: ignore[arg-type]


def any_order(*items: Any) -> AnyOrder:
    """Say that the order of lines or calls does not matter."""
    return AnyOrder(items)


def call(*arguments: object, at: float | None = None) -> Call:
    """Say what a service is called with, and perhaps when, in seconds."""
    return Call(arguments, None if at is None else nanoseconds(at))


def overlap(*calls: Call) -> Overlap:
    """Say that these calls, and no others, begin in this order and are all under way at once."""
    return Overlap(calls)


def before(*calls: Call) -> Before:
    """Say that these calls, and no others, come one after the other."""
    return Before(calls)


def equal(found: object, wanted: object) -> bool:
    """Whether a value is what is wanted: of the same type all the way down.

    2 and 2.0 are the same, True and 1 are not; an opaque value is never what is wanted.

    >>> equal([1, 2], [1.0, 2.0]), equal([True], [1]), equal((1,), [1])
    (True, False, False)
    """
    if _is_number(found) and _is_number(wanted):
        return found == wanted or (found != found and wanted != wanted)
    if type(found) is not type(wanted):
        return False
    match found, wanted:
        case (list() | tuple(), list() | tuple()):
            return len(found) == len(wanted) and all(map(equal, found, wanted))
        case (dict(), dict()):
            keys = {key: key for key in found}
            return len(found) == len(wanted) and all(
                key in keys and equal(keys[key], key) and equal(found[key], item) for key, item in wanted.items()
            )
        case (set() | frozenset(), set() | frozenset()):
            members = {member: member for member in found}
            return len(found) == len(wanted) and all(
                member in members and equal(members[member], member) for member in wanted
            )
        case _:
            return found == wanted


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def nanoseconds(time: float) -> int:
    """Turn seconds into nanoseconds."""
    return round(time * NANOSECONDS)


def same_time(one: int, other: int) -> bool:
    """Whether two times, in nanoseconds, agree to a millisecond."""
    return abs(one - other) <= TOLERANCE
