"""What a function does with things that other calls use as well: the words in which `updates` tells it."""

from __future__ import annotations

import ast
from typing import Literal, NamedTuple

from .source import Function
from .things import Thing

Node = ast.expr | ast.stmt


class Site(NamedTuple):
    """An `await` on the way from a function to where it waits."""

    node: ast.AST
    file: str
    first: int
    last: int
    calls: str
    """The coroutine function that is walked into; empty where it is none."""


Way = tuple[Site, ...]
"""From a function inwards to one `await`."""


class Lock(NamedTuple):
    """A lock that is held."""

    node: ast.expr
    text: str
    is_new: bool
    """Whether each call makes one of its own."""


class Update(NamedTuple):
    """Something is read, and after an `await` written on the strength of that."""

    function: Function
    kind: Literal["value", "test", "kept"]
    """What was read is in what is written; decided whether it is written; or it is the other way round: what was
    written is taken to be there still when it is read."""
    thing: Thing
    first: Node
    """The read, in the function itself."""
    then: Node
    """The write."""
    ways: tuple[Way, ...]
    """The awaits in between."""
    before: tuple[Lock, ...]
    """Locks held at the first."""
    after: tuple[Lock, ...]
    """Locks held at the second."""
    is_sure: bool
    """Whether nothing but the read decides, after the last await, that it is written."""


class Write(NamedTuple):
    """Something that other calls see as well is written, or a line is printed."""

    function: Function
    thing: Thing | None
    """What is written; None for a line of output."""
    node: Node
    after: Way | None
    """The last `await` before it; None where there is none."""


class Uses(NamedTuple):
    """What a function does with what it shares with others."""

    updates: tuple[Update, ...] = ()
    writes: tuple[Write, ...] = ()
