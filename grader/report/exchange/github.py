"""Report -> annotations of a workflow of GitHub Actions (docs.github.com, Workflow commands).

GitHub shows ten errors of a step: the root cause comes first. What a learner wrote is data of a command here, and never
one of its own: per cent signs and ends of lines are escaped, in properties commas and colons too.
"""

from __future__ import annotations

from grader.model import Report

from ..story import FURTHER, reasons, story
from ..told import Cause

MOST = 10
"""Annotations of one kind that a step may have."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write an error for each diagnostic that is opened and for each failed check, then a notice with the verdict."""
    told = story(report)
    causes = [told.cause, *told.further][: 1 + FURTHER] if told.cause is not None else []
    errors = [_error(cause) for cause in causes if cause is not None]
    errors += [
        _command("error", {"file": told.name, "title": check.title}, check.words or "this check did not pass")
        for check in told.checks
        if check.kind in ("failed", "error") and check.title != told.check
    ]
    notice = _command("notice", {"title": told.slug}, "\n".join([f"{told.verdict}: {told.score}", *reasons(report)]))
    return "\n".join([*errors[:MOST], notice]) + "\n"


def _error(cause: Cause) -> str:
    where = {"file": cause.file, **({"line": str(cause.line)} if cause.line else {})}
    words = "\n".join([cause.headline, *cause.notes, *([cause.hint] if cause.hint else [])])
    return _command("error", {**where, "title": cause.code or "failed check"}, words)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
