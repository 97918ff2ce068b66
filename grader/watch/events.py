"""What `grade watch` waits for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Saved:
    """The learner's file is another one than before, perhaps: it was written, replaced, deleted, or is back."""


@dataclass(frozen=True)
class Pressed:
    """A key was pressed."""

    key: str
    """One character, lower case; Enter is a newline."""


@dataclass(frozen=True)
class Resized:
    """The screen is to be drawn afresh: the terminal has another size, or was taken back from another program."""


Event = Saved | Pressed | Resized
