"""Tracing -> terminal, plain text, HTML, JSON, and the trace event format that Perfetto and Chrome open. Pure.

story      what is told of a program's run, and in which order
spoken     story -> sentences, for screen readers
concise    Tracing -> a line a diagnostic, for editors
terminal   story -> text        page   story -> HTML        perfetto   Tracing -> trace events
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from grader.errors import UsageError
from grader.model import Tracing

FORMATS = {
    "terminal": "terminal",
    "plain": "terminal",
    "spoken": "spoken",
    "concise": "concise",
    "html": "page",
    "json": "data",
    "perfetto": "perfetto",
}
"""Format -> module here whose `render` writes it."""


def render(traced: Tracing, format: str, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write what is said of a program in a format; the options are those of `grader.report.render`."""
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    renderer = cast(Callable[..., str], import_module(f"{__name__}.{FORMATS[format]}").render)
    if FORMATS[format] not in ("terminal", "spoken", "concise"):
        return renderer(traced)
    return renderer(traced, width=width, color=color and format == "terminal", unicode=unicode)
