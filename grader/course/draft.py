"""A prediction that is made with keys: lines of output, which are put in order and given their seconds. Pure.

The seconds never run backwards: a line that is carried past another one takes its second, and one that is given a later
second takes those below it along, as one that is given an earlier second takes those above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from grader.model import NANOSECONDS

from .prediction import Line

STEP = NANOSECONDS // 4
"""Nanoseconds by which an arrow changes a time; others are typed."""

MOST = 7
"""Characters of a second that is typed."""

LATEST = 1000 * NANOSECONDS
"""The latest time that can be given."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Lines as they are to come, one of which is chosen."""

    lines: tuple[Line, ...]
    """In order."""
    place: int = 0
    """Which one is chosen."""
    is_carried: bool = False
    """Whether the chosen line goes along up and down."""
    typed: str = ""
    """What has been typed of its second."""


def begun(texts: Sequence[str]) -> Draft:
    """Begin with texts, by the alphabet, which gives nothing away, all at second 0."""
    return Draft(lines=tuple((0, text) for text in sorted(texts)))


def pressed(draft: Draft, key: str) -> Draft:
    """Take a key: one of KEYS, or what a number is made of, which counts when the next other key is pressed."""
    if key in KEYS:
        return KEYS[key](settled(draft))
    if key.isdecimal() or (key == "." and "." not in draft.typed):
        return replace(draft, typed=(draft.typed + key)[:MOST])
    if key in ("\x7f", "\b"):
        return replace(draft, typed=draft.typed[:-1])
    return draft


def settled(draft: Draft) -> Draft:
    """Take the second that has been typed, if any has."""
    if not draft.typed:
        return draft
    return replace(_at(draft, round(float(f"0{draft.typed}") * NANOSECONDS)), typed="")


def _at(draft: Draft, time: int) -> Draft:
    """Give the chosen line a time, and take along those that it would leave behind."""
    time, place = max(0, min(time, LATEST)), draft.place
    lines = tuple(
        (min(when, time) if number < place else max(when, time) if number > place else time, text)
        for number, (when, text) in enumerate(draft.lines)
    )
    return replace(draft, lines=lines)


def _later(draft: Draft, by: int) -> Draft:
    return _at(draft, draft.lines[draft.place][0] + by)


def _go(draft: Draft, by: int) -> Draft:
    """Choose the line above or below, or carry the chosen one there."""
    place = draft.place + by
    if not 0 <= place < len(draft.lines):
        return draft
    lines = list(draft.lines)
    if draft.is_carried:
        other, (_, text) = lines[place], lines[draft.place]
        lines[draft.place], lines[place] = other, (other[0], text)
    return replace(draft, lines=tuple(lines), place=place)


KEYS: dict[str, Callable[[Draft], Draft]] = {
    "up": lambda draft: _go(draft, -1),
    "down": lambda draft: _go(draft, 1),
    "left": lambda draft: _later(draft, -STEP),
    "right": lambda draft: _later(draft, STEP),
    " ": lambda draft: replace(draft, is_carried=not draft.is_carried),
}
"""Key -> what it does."""
