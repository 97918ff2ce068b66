"""What a runner may tell of its inside: the lines, calls and amounts that ours can tell of.

Whatever reads a trace may rely on it: that every line is there, that a call comes after the one that made it, and that
the work of reading is bounded. A program that digs can tell the judge anything, and would else have it work for hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.model import Blocked, CallContinued, CallEnded, CallPaused, CallStarted, Chose, Event, Place, Suspended

from .channel import ProtocolError

DEPTH = 1_500
"""Calls within calls: more than Python's own limit on recursion lets through."""
VISITS = 2_000_000
"""Calls that are looked at, once for each event that concerns them."""
ENDED = 100
"""Calls that are passed over in the time of one look, where one is only searched for."""
TEXT = 32 * 2**20
"""Characters of all names, arguments and waits: more than those of as many events as there may be."""


class TooMuch(Exception):
    """What is told is no trace that can be worked with."""


class Reported:
    """Follows the events of one run."""

    def __init__(self, lines: Mapping[str, int]) -> None:
        """`lines`: file → how many lines it has."""
        self._lines = lines
        self._depths: dict[int, int] = {}
        self._tasks: dict[int, int | None] = {}
        self._stacks: dict[int | None, int] = {}
        self._choices: dict[str, int] = {}
        self._visits = VISITS
        self._text = TEXT

    def take(self, event: Event) -> None:
        """Take the next event. Raises ProtocolError for one that cannot be, TooMuch for one too many."""
        for place in (getattr(event, "place", None), getattr(event, "definition", None)):
            self.check_place(place)
        self._text -= sum(len(field) for field in _fields(event) if isinstance(field, str | tuple))
        match event:
            case CallStarted():
                self._begin(event)
            case CallContinued() if event.call in self._depths:
                self._tasks[event.call] = event.task
                self._stacks[event.task] = self._stacks.get(event.task, 0) + 1
            case CallEnded() | CallPaused() if event.call in self._depths:
                task = self._tasks[event.call]
                depth = self._stacks.get(task, 0)
                self._visits -= depth // ENDED
                self._stacks[task] = max(depth - 1, 0)
            case Suspended():
                self._visits -= self._stacks.get(event.task, 0)
            case Blocked() if event.call is not None:
                self._visits -= self._depths.get(event.call, 0)
            case Chose():
                self._choose(event)
            case _:
                pass
        if self._visits < 0 or self._text < 0:
            raise TooMuch

    def check_place(self, place: Place | None) -> None:
        """Raise ProtocolError for a line that no file of the job has."""
        if place is not None and not 1 <= place.line <= self._lines.get(place.file, 0):
            raise ProtocolError("a line that is not there")

    def _begin(self, event: CallStarted) -> None:
        if event.call in self._depths or (event.parent is not None and event.parent >= event.call):
            raise ProtocolError("a call that cannot be")
        within = event.parent is not None and self._tasks.get(event.parent) == event.task
        self._depths[event.call] = 1 + (self._depths.get(event.parent or 0, 0) if within else 0)
        self._tasks[event.call] = event.task
        self._stacks[event.task] = self._stacks.get(event.task, 0) + 1
        if max(self._depths[event.call], self._stacks[event.task]) > DEPTH:
            raise TooMuch

    def _choose(self, event: Chose) -> None:
        """Choices of a knob are told in their order; how many were made before is bounded by what a run may do."""
        if event.number < self._choices.get(event.knob, 0) or not 0 <= event.number < VISITS or event.choice < 1:
            raise ProtocolError("a choice that cannot be")
        self._choices[event.knob] = event.number + 1


def _fields(event: Event) -> list[Any]:
    return [getattr(event, name) for name in event.__struct_fields__]
