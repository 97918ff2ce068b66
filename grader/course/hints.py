"""The hints of an exercise, one more each time."""

from __future__ import annotations

from dataclasses import dataclass

from . import progress
from .workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Hint:
    """What `grade hint` shows."""

    exercise: str
    """Slug."""
    texts: tuple[str, ...]
    """One hint; all of them where there are no more; none where the exercise has none."""
    number: int
    """Which one it is, from 1; 0 where there are no more."""
    of: int
    """How many there are."""
    code: str
    """The diagnostic that the last report named; empty where there was none."""


def next_hint(workspace: Workspace, slug: str) -> Hint:
    """Return the next hint of an exercise, and keep that it was shown. Raises ProgressError."""
    hints = workspace.exercise(slug).hints
    before = 0

    def shown(standing: progress.Standing) -> progress.Standing:
        nonlocal before
        before = standing.hints
        return progress.hinted(standing, len(hints))

    after = progress.change(workspace, slug, shown)
    more = before < len(hints)
    return Hint(
        exercise=slug,
        texts=hints[before : before + 1] if more else hints,
        number=after.hints if more else 0,
        of=len(hints),
        code=after.code,
    )
