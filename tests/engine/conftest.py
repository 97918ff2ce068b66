"""Fixtures of the engine's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from grader.engine.virtual import locks, threads
from grader.engine.virtual.clock import SECOND, FreeClock
from grader.engine.virtual.turns import Turns


@pytest.fixture
def world() -> Iterator[SimpleNamespace]:
    """Threads and their locks take turns: `turns`, `sleep` (seconds), `now` (seconds), `noticed`."""
    turns = Turns(FreeClock())
    noticed: list[str] = []
    undo: list[Callable[[], None]] = [threads.install(turns, noticed.append), locks.install(turns)]
    yield SimpleNamespace(
        turns=turns,
        noticed=noticed,
        sleep=lambda seconds: turns.sleep(turns.clock.now + round(seconds * SECOND)),
        now=lambda: turns.clock.now / SECOND,
    )
    for action in reversed(undo):
        action()
