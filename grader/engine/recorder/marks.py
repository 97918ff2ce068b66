"""Marks: moments that a program names itself, put on its timeline without a word of output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..values import safe_text

if TYPE_CHECKING:
    from .recorder import Recorder

MAX_TEXT = 120
"""Characters of a mark that are kept."""

_recorder: Recorder | None = None


def install(recorder: Recorder) -> None:
    """Give the marks of this process to a recorder."""
    global _recorder
    _recorder = recorder


def mark(text: object) -> None:
    """Name this moment on the timeline of the run: `mark("cache is warm")`.

    It prints nothing, takes no time, and is no evidence. In a program that is run by hand nothing happens.
    """
    if _recorder is not None:
        _recorder.post("marked", None, safe_text(text, MAX_TEXT), *_recorder.here(sys._getframe(1)))
