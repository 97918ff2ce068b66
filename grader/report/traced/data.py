"""Tracing -> JSON."""

from __future__ import annotations

from grader.model import Tracing

from ..json import written


def render(traced: Tracing) -> str:
    """Write what is said of a program as one JSON object."""
    return written(traced)
