"""From a run in which much came otherwise to one in which as little as possible did, and the finding is still there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from grader.runner.schedule import Choices

Found = TypeVar("Found")

RUNS = 80
"""How many runs the search may take."""


async def shrink(
    choices: Choices,
    found: Found,
    attempt: Callable[[Choices], Awaitable[tuple[Choices, Found] | None]],
    runs: int = RUNS,
) -> tuple[Choices, Found]:
    """Return the fewest and smallest choices under which something is still found, and what is found then.

    `attempt` runs with some choices (all others are 0), and gives back those that were made, or None where nothing is
    found. Parts are left out, smaller and smaller ones, as delta debugging does (Zeller and Hildebrandt, 2002).
    """
    left = runs

    async def holds(candidate: Choices) -> bool:
        nonlocal choices, found, left
        if left <= 0:
            return False
        left -= 1
        result = await attempt(candidate)
        if result is None:
            return False
        made, value = result
        if len(made) > len(choices):
            return False
        choices, found = made, value
        return True

    for knob in sorted({knob for knob, _ in choices}):
        await holds({key: choice for key, choice in choices.items() if key[0] != knob})
    size = max(len(choices) // 2, 1)
    while size and left > 0:
        start = 0
        while start < len(choices):
            if len(choices) == 1:
                break
            keys = sorted(choices)
            without = set(keys[start : start + size])
            if not await holds({key: choices[key] for key in keys if key not in without}):
                start += size
        size //= 2
    for key in sorted(choices):
        for lower in range(1, choices.get(key, 0)):
            if key not in choices or await holds({**choices, key: lower}):
                break
    return choices, found
