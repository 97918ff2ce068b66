"""What became of the mutants of a solution, as a table: which check killed how many, and which ones survive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course.mutation import Fate, Mutation
    from grader.model import Equivalent
    from grader.rewrite import Mutant

_NAME, _COUNT = 60, 5
"""Columns of the table: 80 together with the mark and the spaces between."""


def table(slug: str, found: Mutation, quiet: bool) -> str:
    """Return what to show of an exercise; `quiet`: only what is to be mended."""
    return "\n".join(_lines(slug, found, quiet))


def _lines(slug: str, found: Mutation, quiet: bool) -> Iterator[str]:
    yield slug
    if not quiet:
        yield _row("", "check", "kills", "alone")
        for check in found.checks:
            kills = [fate.killed_by for fate in found.fates if check in fate.killed_by]
            yield _row("", check, str(len(kills)), str(sum(len(killers) == 1 for killers in kills)))
    for fate in found.fates:
        if fate.broken:
            yield from _shown("NOT", fate.mutant, f"a check went wrong: {fate.broken}")
        elif fate.survives and not (quiet and fate.reason):
            yield from _shown("ok" if fate.reason else "NOT", fate.mutant, _verdict(fate))
    for entry, problem in found.stale:
        yield from _shown("NOT", entry, f"listed in equivalent.toml, but {problem}")
    killed = sum(bool(fate.killed_by) for fate in found.fates)
    yield (
        f"{len(found.fates)} mutants of {found.file}: {killed} killed, {len(found.equivalent)} equivalent, "
        f"{len(found.holes)} found by no check"
    )


def _verdict(fate: Fate) -> str:
    return f"equivalent: {fate.reason}" if fate.reason else "no check fails for it"


def _shown(mark: str, place: Mutant | Equivalent, words: str) -> Iterator[str]:
    """Yield a mutant: where, what was done, the lines before and afterwards, and what is to be said of it."""
    where = f"line {line}" if (line := getattr(place, "line", 0)) else ""
    yield f"{mark:3}  {', '.join(filter(None, (place.operator, place.function, where)))}"
    yield from (f"     - {line}" for line in place.before.splitlines())
    yield from (f"     + {line}" for line in place.after.splitlines())
    yield f"     {words}"


def _row(mark: str, name: str, *counts: str) -> str:
    shown = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
    return f"{mark:3}  {shown:{_NAME}} {' '.join(f'{count:>{_COUNT}}' for count in counts)}".rstrip()
