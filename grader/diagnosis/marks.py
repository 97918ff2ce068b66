"""What has been read of shared things while a function is walked through, and which awaits have passed since.

Each read leaves a mark; each `await` is noted on all marks. A write that depends on a mark of the same thing with an
`await` on it is an update of which another call can come in between. Names, lines and calls are nothing to this module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .source import Function
from .things import Thing
from .uses import Lock, Node, Update, Way, Write

WAYS = 12
"""Awaits that are noted on one mark."""


@dataclass(frozen=True, eq=False)
class Mark:
    """That something was read."""

    thing: Thing
    shown: Node
    """Where, in the function itself."""
    locks: tuple[Lock, ...]
    """The locks that were held."""


class Guard(NamedTuple):
    """What decides whether something is done."""

    marks: frozenset[Mark]
    waits: int
    """How many awaits had been passed."""
    kind: Literal["if", "while", "for"] = "if"


Passed = dict[Mark, tuple[Way, ...]]
"""The awaits since each mark."""


class Marks:
    """The marks of one walk."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.updates: list[Update] = []
        self.writes: list[Write] = []
        self.guards: list[Guard] = []
        """What decides whether the statement at hand is run, from the outside in."""
        self.locks: tuple[Lock, ...] = ()
        """The locks that are held."""
        self.waits = 0
        """How many awaits have been passed."""
        self.passed: Passed = {}
        self._last: Way | None = None
        self._kept: list[Mark] = []

    # --- the way through the text ---

    def guard(self, marks: frozenset[Mark], kind: Literal["if", "while", "for"] = "if") -> Guard:
        """Return what these marks decide from here on."""
        return Guard(marks, self.waits, kind)

    @contextmanager
    def block(self) -> Iterator[None]:
        """Forget at its end what was decided within a block."""
        held = len(self.guards)
        yield
        del self.guards[held:]

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Look at what was written before: that is no reliance on it."""
        kept, self._kept = self._kept, []
        yield
        self._kept = kept

    def wait(self, way: Way) -> None:
        """Let others come in between: everything read so far is old."""
        self.waits += 1
        self._last = way
        for mark, ways in self.passed.items():
            if len(ways) < WAYS:
                self.passed[mark] = (*ways, way)

    def lock(self, node: ast.expr, *, is_new: bool) -> None:
        """Take a lock."""
        self.locks = (*self.locks, Lock(node, ast.unparse(node), is_new))

    # --- reads and writes ---

    def read(self, thing: Thing, shown: Node) -> Mark:
        """Read a thing; `shown` is where, in the function itself."""
        mark = Mark(thing, shown, self.locks)
        self.passed[mark] = ()
        for written in self._kept:
            if written.thing == thing and self.passed.get(written):
                self._tell("kept", written, shown, is_inner=False)
        return mark

    def keep(self, thing: Thing, shown: Node) -> None:
        """Note that a call left something of its own in a shared thing."""
        mark = Mark(thing, shown, self.locks)
        self.passed[mark] = ()
        self._kept = [old for old in self._kept if old.thing != thing] + [mark]

    def printed(self, shown: Node) -> None:
        """Note a line of output."""
        self.writes.append(Write(self.function, None, shown, self._last))

    def write(
        self, thing: Thing, marks: frozenset[Mark], shown: Node, *, is_constant: bool = False, is_inner: bool = False
    ) -> None:
        """Write a thing, with a value that depends on these marks."""
        self.writes.append(Write(self.function, thing, shown, self._last))
        guard = next((guard for guard in self.guards[::-1] if _of(guard.marks, thing)), None)
        tested = _of(guard.marks, thing) if guard is not None else []
        again = any(not self.passed.get(mark) for mark in tested)
        for mark in _of(marks, thing):
            compared = again and guard is not None and mark in guard.marks
            if self.passed.get(mark) and not compared:
                self._tell("value", mark, shown, is_inner=is_inner)
                return
        if tested and not again and guard is not None and not (is_constant and guard.kind != "if"):
            self._tell("test", tested[0], shown, is_inner=is_inner)

    def _tell(self, kind: Literal["value", "test", "kept"], mark: Mark, shown: Node, *, is_inner: bool) -> None:
        if mark.shown is shown and is_inner:
            return  # all of it happens in the function that is called: it is told there
        late = [guard for guard in self.guards if guard.waits == self.waits and guard.kind != "for"]
        self.updates.append(
            Update(
                function=self.function,
                kind=kind,
                thing=mark.thing,
                first=mark.shown,
                then=shown,
                ways=self.passed[mark],
                before=mark.locks,
                after=self.locks,
                is_sure=not late,
            )
        )


def merged(states: Sequence[Passed]) -> Passed:
    """Return what may have passed since each mark, on one way or another."""
    found: Passed = {}
    for state in states:
        for mark, ways in state.items():
            found[mark] = tuple(dict.fromkeys((*found.get(mark, ()), *ways)))
    return found


def _of(marks: frozenset[Mark], thing: Thing) -> list[Mark]:
    """Return the marks of a thing, in the order of the text."""
    return sorted((mark for mark in marks if mark.thing.touches(thing)), key=_position)


def _position(mark: Mark) -> tuple[int, int]:
    return mark.shown.lineno, mark.shown.col_offset
