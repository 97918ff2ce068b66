"""Puts functions and classes of ours in place of Python's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


def put(replacements: Sequence[tuple[Any, str, Any]]) -> Callable[[], None]:
    """Set (owner, name, replacement) each; return a function that undoes it."""
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in replacements]
    for owner, name, replacement in replacements:
        setattr(owner, name, replacement)

    def undo() -> None:
        for owner, name, original in originals:
            setattr(owner, name, original)

    return undo
