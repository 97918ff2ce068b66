"""Tracebacks that a script writes itself: of its own lines and Python's, without frames of the engine between them."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from typing import Any

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep


def install() -> None:
    """Leave frames of the engine out of what `traceback` makes of an exception, for `logging` and `unittest`, too."""
    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        setattr(traceback, name, _without_ours(getattr(traceback, name)))


def _without_ours(walk: Callable[[Any], Iterator[Any]]) -> Callable[[Any], Iterator[Any]]:
    def walk_on(tb: Any) -> Iterator[Any]:
        return (found for found in walk(tb) if not found[0].f_code.co_filename.startswith(_OURS))

    return walk_on
