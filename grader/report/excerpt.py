"""The learner's line, with the part that a diagnostic marks and the lines around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .visible import visible

TAB = "    "
"""What a tab is shown as."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of source as it is shown."""

    number: int
    """Counted from 1."""
    text: str
    """The text, with nothing in it that cannot be seen."""
    start: int = 0
    """Where the marked part begins, counted from 0."""
    end: int = 0
    """Where it ends; no part is marked where `end` is `start`."""


def lines(source: str) -> list[str]:
    """Split a source the way Python counts its lines."""
    return re.split(r"\r\n|\r|\n", source.removesuffix("\n"))


def excerpt(
    source: str, line: int | None, column: int | None = None, end_column: int | None = None, *, around: int = 1
) -> tuple[Line, ...]:
    """Return a line of a source with those around it; columns are counted from 1. Empty where there is no such line."""
    texts = lines(source)
    if line is None or not 1 <= line <= len(texts):
        return ()
    first = max(1, line - around)
    shown = [
        marked(number, text, column, end_column) if number == line else Line(number=number, text=shown_as(text))
        for number, text in enumerate(texts[first - 1 : line + around], first)
    ]
    while shown[0].number != line and not shown[0].text.strip():
        del shown[0]
    while shown[-1].number != line and not shown[-1].text.strip():
        del shown[-1]
    return tuple(shown)


def marked(number: int, text: str, column: int | None, end_column: int | None) -> Line:
    """Return a line with its marked part; without columns that is all but the indentation."""
    body = len(text) - len(text.lstrip())
    start = min(body if column is None else max(column - 1, 0), len(text))
    end = min(len(text.rstrip()) if end_column is None else end_column - 1, len(text))
    before, part, after = shown_as(text[:start]), shown_as(text[start:end]), shown_as(text[max(start, end) :])
    return Line(number=number, text=before + part + after, start=len(before), end=len(before + part))


def shown_as(text: str) -> str:
    """Return source text as it is shown."""
    return visible(text, keep="\t").replace("\t", TAB)


def fit(line: Line, width: int, more: str = "…") -> Line:
    """Cut a line to a width, with a sign for what there is more of; the beginning of its marked part stays in sight."""
    if len(line.text) <= width:
        return line
    width = max(width, 8)
    offset = 0
    if line.end > width - 1 and line.end > line.start:
        offset = max(0, min(line.start - width // 4, len(line.text) - width + 1))
    text = line.text[offset:]
    text = f"{more}{text[len(more) :]}" if offset else text
    text = f"{text[: width - len(more)]}{more}" if len(text) > width else text
    start, end = (min(max(edge - offset, 0), len(text)) for edge in (line.start, line.end))
    return replace(line, text=text, start=start, end=end)
