"""A report without who wrote it: names, numbers, addresses and paths of people in it become as many `x`.

As many: every line and column that a diagnosis points at stays where it is. A program's file is called as the
exercise's. Of the author each part of the name is covered, of others in the class first and last name together. What is
a word of Python's or of the exercise stays, since without it nobody would understand the program.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import msgspec

from grader.model import Exercise, Report

from .intake import Handed

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOME = re.compile(r"(?<=[/\\](?:home|user)[/\\])[^/\\\s\"'`]+|(?<=[/\\]users[/\\])[^/\\\s\"'`]+", re.IGNORECASE)
_BETWEEN = 3
"""Characters that may stand between a first and a last name."""
_SHORT = 3
"""Characters that a part of a name must have, and one more for a number."""

_OURS = frozenset(
    {
        *(
            "against",
            "audience",
            "backend",
            "causes",
            "code",
            "detail",
            "diagnostics",
            "evidence",
            "exercise",
            "grader",
        ),
        *(
            "isolation",
            "kind",
            "limit",
            "phase",
            "platform",
            "python",
            "seed",
            "status",
            "token",
            "visibility",
            "visible_from",
        ),
    }
)
"""Fields of a report that nobody's program has a word in."""

_OF_PYTHON = {*map(str.casefold, (*keyword.kwlist, *keyword.softkwlist, *dir(builtins))), "asyncio", "async", "main"}


class Mask:
    """Covers who the students of a class are."""

    def __init__(self, exercise: Exercise, handed: Iterable[Handed]) -> None:
        self._file = exercise.file
        self._kept = _OF_PYTHON | {word.casefold() for word in _kept(exercise)}
        self._pairs = {pair for row in handed for pair in _pairs(row.name)}

    def report(self, report: Report, author: Handed) -> Report:
        """Return a report without its author."""
        parts = self._parts(author)
        called = re.compile(rf"(?<![\w.-]){re.escape(report.submission.name)}(?![\w-])")

        def covered(data: Any) -> Any:
            if isinstance(data, str):
                return self._text(called.sub(self._file, data), parts)
            if isinstance(data, dict):
                return {key: value if _is_ours(key, value) else covered(value) for key, value in data.items()}
            return [covered(value) for value in data] if isinstance(data, list | tuple) else data

        return msgspec.convert(covered(msgspec.to_builtins(report)), Report)

    def text(self, text: str, author: Handed) -> str:
        """Return a text without its author."""
        return self._text(text, self._parts(author))

    def _parts(self, author: Handed) -> set[str]:
        """Return the words by which an author is known."""
        words = {
            word.casefold() for text in (author.name, author.student, author.number) for word in _TOKEN.findall(text)
        }
        long = {word for word in words if len(word) >= _SHORT + word.isdecimal()}
        return long - self._kept

    def _text(self, text: str, parts: set[str]) -> str:
        for pattern in (_ADDRESS, _HOME):
            text = pattern.sub(_crossed, text)
        text = _TOKEN.sub(lambda found: _crossed(found) if found[0].casefold() in parts else found[0], text)
        for one, two in pairwise(_WORD.finditer(text)):
            near = two.start() - one.end() <= _BETWEEN
            if near and (one[0].casefold(), two[0].casefold()) in self._pairs:
                between = text[one.end() : two.start()]
                text = f"{text[: one.start()]}{_crossed(one)}{between}{_crossed(two)}{text[two.end() :]}"
        return text


def _is_ours(key: str, value: Any) -> bool:
    """Tell whether a field has words of ours: codes, states, versions."""
    return key in _OURS and not any(
        isinstance(part, dict) for part in (value if isinstance(value, list | tuple) else ())
    )


def _crossed(found: re.Match[str]) -> str:
    return "x" * len(found[0])


def _pairs(name: str) -> Iterable[tuple[str, str]]:
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) > 1:
        yield words[0], words[-1]
        yield words[-1], words[0]


def _kept(exercise: Exercise) -> Iterable[str]:
    """Yield the words that an exercise is made of."""
    yield from _TOKEN.findall(
        f"{exercise.slug} {exercise.title} {exercise.concept} {' '.join(exercise.hints)} {exercise.given}"
    )
    for entry in exercise.entry_points:
        yield from _TOKEN.findall(" ".join((entry.name, *entry.parameters)))
