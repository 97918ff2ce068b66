"""What a learner says that a program will print, beside what it printed. Pure: nothing is run here.

Each text that was printed has a letter, in the order of the alphabet, which says nothing of the order in which they
came. An answer names them with their seconds: `b@0 d@0 c@1 a@2`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from grader.errors import UsageError
from grader.model import NANOSECONDS

MOST = 12
"""Lines of output that are to be predicted, the first ones: nobody keeps more in mind."""

NEAR = NANOSECONDS // 1000
"""Nanoseconds by which a time may be off: one millisecond."""

Line = tuple[int, str]
"""A line of output: when, in nanoseconds, and what."""

Verdict = Literal["right", "other time", "other line"]

_ONE = re.compile(r"([a-z])@(\d+(?:\.\d*)?|\.\d+)s?")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line as it was predicted, beside the one that came in its place."""

    predicted: Line | None
    """None where fewer were predicted than came."""
    happened: Line | None
    """None where more were predicted than came."""
    verdict: Verdict
    """How they compare."""


def letters(happened: Sequence[Line]) -> dict[str, str]:
    """Return a letter for each text, by the alphabet."""
    return dict(zip(string.ascii_lowercase, sorted({text for _, text in happened}), strict=False))


def read(answer: str, texts: Mapping[str, str]) -> tuple[Line, ...]:
    """Read an answer: the lines by their seconds, those of one second as they were named. Raises UsageError."""
    found = []
    for word in answer.lower().replace(",", " ").split():
        match = _ONE.fullmatch(word)
        if match is None or match[1] not in texts:
            raise UsageError(_trouble(word, list(texts)))
        found.append((round(float(match[2]) * NANOSECONDS), texts[match[1]]))
    return tuple(sorted(found, key=lambda line: line[0]))


def _trouble(word: str, letters: list[str]) -> str:
    """Say why a word of an answer is no line with its second."""
    letter, at, _ = word.partition("@")
    if letter not in letters:
        last = letters[-1]
        return f"{word!r}: the letters are a to {last}, each with its second, such as a@0 or {last}@1.5"
    return f"{word!r}: {'what follows @ is no second' if at else 'the second is missing'}, as in {letter}@1.5"


def compare(predicted: Sequence[Line], happened: Sequence[Line]) -> tuple[Row, ...]:
    """Put what was predicted beside what happened, line by line."""
    return tuple(
        Row(predicted=said, happened=came, verdict=_verdict(said, came))
        for said, came in zip_longest(predicted, happened)
    )


def _verdict(predicted: Line | None, happened: Line | None) -> Verdict:
    if predicted is None or happened is None or predicted[1] != happened[1]:
        return "other line"
    return "right" if abs(predicted[0] - happened[0]) <= NEAR else "other time"
