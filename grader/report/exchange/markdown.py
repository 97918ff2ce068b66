"""Report -> Markdown as GitHub and GitLab show it: the summary of a step, or a comment.

`grade FILE --format markdown >> "$GITHUB_STEP_SUMMARY"` shows it below a workflow. What a learner wrote is text in it:
signs that mean something in Markdown or HTML are escaped, and code stands in a block whose fence it cannot close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.model import Report

from ..story import story
from ..told import Cause, Check, Compared, Story

SIGNS = {"passed": "✅", "failed": "❌", "skipped": "➖", "error": "⚠️"}
"""What became of a check -> sign beside the word."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~:$])")


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a heading, the root cause with the learner's line, and a table of the checks."""
    return "\n".join(_lines(story(report))) + "\n"


def _lines(told: Story) -> Iterator[str]:
    yield f"## {_text(told.title)}"
    yield from ("", f"**{told.verdict}: {told.score}**", "")
    yield from (f"{_text(remark)}\n" for remark in told.remarks)
    if told.cause is not None:
        yield from _cause(told.cause)
    if told.check:
        yield from (f"Check: {_text(told.check)}", "")
    if told.compared is not None:
        yield from _fenced([f"expected  {line}" for line in told.compared.expected] + _actual(told.compared))
    if told.cause is not None and told.cause.hint:
        yield from (f"Question: {_text(told.cause.hint)}", "")
    yield from ("| check | | points | |", "|---|---|---|---|")
    yield from map(_row, told.checks)
    yield from ("", _text(told.place))


def _actual(compared: Compared) -> list[str]:
    return [f"actual    {line}" for line in compared.actual]


def _cause(cause: Cause) -> Iterator[str]:
    code = f" (`{cause.code}`)" if cause.code else ""
    yield from (f"### {_text(cause.headline)}{code}", "")
    if cause.line:
        yield from (f"{_text(cause.file)}, line {cause.line}", "")
        yield from _fenced([f"{line.number:4} {line.text}" for line in cause.excerpt], "python")
    yield from (f"- {_text(note)}" for note in cause.notes)
    if cause.notes:
        yield ""


def _row(check: Check) -> str:
    cells = (_text(check.title), f"{SIGNS[check.kind]} {check.kind}", _text(check.score), _text(check.words))
    return f"| {' | '.join(cells)} |"


def _fenced(lines: list[str], language: str = "text") -> Iterator[str]:
    """Put lines into a block; its fence is longer than any row of backticks in them."""
    ticks = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield from (f"{fence}{language}", *lines, fence, "")


def _text(words: str) -> str:
    """Escape what has a meaning in Markdown; a pair of backticks around plain code stays."""
    parts = re.split(r"(`[^`|\\<>&]+`)", words)
    escaped = "".join(part if place % 2 else _SPECIAL.sub(r"\\\1", part) for place, part in enumerate(parts))
    # A name behind it would be told of this, whatever is escaped: a word joiner is in between.
    return escaped.replace("@", "@\u2060")
