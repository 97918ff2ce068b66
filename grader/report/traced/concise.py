"""Tracing -> lines for editors, a diagnostic each, then how the program ended."""

from __future__ import annotations

from pathlib import PurePath

from grader.model import Tracing

from ..concise import line, written
from .story import story


def render(traced: Tracing, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a line for each diagnostic, questions among them, and what is said of the run's end."""
    told = story(traced)
    file = PurePath(traced.file)
    diagnosed = [
        line(str(file.with_name(each.file or file.name)), each.line, each.column, each.code, each.message)
        for each in traced.diagnostics
    ]
    return written([*diagnosed, f"{told.title}: {told.verdict}", *told.remarks], unicode=unicode)
