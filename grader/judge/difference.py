"""How what a check sees differs from what its author expects, in the learner's terms.

A comparison that fails says what was expected and what happened, in the same grammar and unit. A comparison that an
author cannot have meant raises TypeError: that is no fault of the learner's.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from grader.model import apart

MAX_LINES = 50
"""Lines of output that a difference shows; the rest is counted."""
MAX_IN_SENTENCE = 60
"""Characters of a line that a sentence shows."""
MAX_LINE = 200
"""Characters of a line that a difference shows."""


@dataclass(frozen=True)
class Difference:
    """How what happened differs from what was expected."""

    message: str
    """One past-tense fact."""
    expected: tuple[str, ...]
    """A line each."""
    actual: tuple[str, ...]
    """A line each."""


class Observed(ABC):
    """Something that can say how it differs from what was expected."""

    __hash__ = None  # type: ignore[assignment]

    @abstractmethod
    def difference(self, expected: object) -> Difference | None:
        """Return how this differs from `expected`, or None where it does not."""

    def __eq__(self, other: object) -> bool:
        return self.difference(other) is None


class Nothing(Observed):
    """Things that must not be there: tasks left behind, blocked stretches. Compares with an empty list."""

    def __init__(self, wanted: str, found: Sequence[tuple[str, str]]) -> None:
        """`found`: for each thing a headline and a line of the table."""
        self.wanted = wanted
        self.found = tuple(found)

    def difference(self, expected: object) -> Difference | None:
        """Compare with an empty list."""
        if not isinstance(expected, list) or expected:
            raise TypeError(f"this can be compared with [] only, not with {expected!r}")
        if not self.found:
            return None
        return Difference(self.found[0][0], (self.wanted,), tuple(line for _, line in self.found[:5]))

    def __bool__(self) -> bool:
        return bool(self.found)


class Count(Observed):
    """A number of things under way at once."""

    def __init__(self, message: str, unit: str, number: int) -> None:
        self.message = message
        self.unit = unit
        self.number = number

    def difference(self, expected: object) -> Difference | None:
        """Compare with a number."""
        if self.number == expected:
            return None
        return Difference(
            self.message.format(self.number), (f"{expected} {self.unit}",), (f"{self.number} {self.unit}",)
        )

    def at_most(self, limit: int) -> Difference | None:
        """Compare with an upper limit."""
        if self.number <= limit:
            return None
        return Difference(
            self.message.format(self.number), (f"at most {limit} {self.unit}",), (f"{self.number} {self.unit}",)
        )

    def __le__(self, limit: int) -> bool:
        return self.at_most(limit) is None


def cut(text: str, limit: int = MAX_IN_SENTENCE) -> str:
    """Write a text on one line, cut where it is long."""
    text = text.replace("\n", " ")
    return text if len(text) <= limit else text[: limit - 1] + "…"


def both_capped(expected: list[str], actual: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return two lists of lines as they are shown; where the first two differ that do, stays in sight."""
    first = next((n for n, (one, other) in enumerate(zip(expected, actual, strict=False)) if one != other), None)
    if first is not None:
        expected, actual = list(expected), list(actual)
        expected[first], actual[first] = apart(expected[first], actual[first], MAX_LINE)
    return capped(expected), capped(actual)


def both_lines(one: str, other: str) -> tuple[str, str]:
    """Write two lines of output in a sentence, so that where they begin to differ stays in sight."""
    found = apart(one, other, MAX_IN_SENTENCE)
    return line_of(found[0]), line_of(found[1])


def capped(lines: list[str]) -> tuple[str, ...]:
    """Return lines as they are shown: long ones cut, and only so many of them."""
    shown = [cut(line, MAX_LINE) for line in lines[:MAX_LINES]]
    if len(lines) > MAX_LINES:
        shown.append(f"… and {len(lines) - MAX_LINES} more lines")
    return tuple(shown)


def line_of(text: str) -> str:
    """Write a line of output in a sentence."""
    return f"`{cut(text)}`" if text else "an empty line"
