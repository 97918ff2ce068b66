"""Runs coroutines on a network in memory, in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from grader.engine.network import loop as netloop
from grader.engine.network.loop import NetworkLoop
from grader.engine.network.network import Network
from grader.engine.network.wires import Speed
from grader.engine.virtual import locks, threads
from grader.engine.virtual.clock import SECOND, FreeClock
from grader.engine.virtual.turns import Turns


class Ran(NamedTuple):
    """What came of a coroutine, when it ended in virtual seconds, and what it left open."""

    value: Any
    end: float
    left_open: list[str]


def run(main: Callable[[], Coroutine[Any, Any, Any]], latency: float = 0, bandwidth: int = 0) -> Ran:
    """Run a coroutine function; `latency` in seconds, `bandwidth` in bytes a second."""
    turns = Turns(FreeClock())
    network = Network(turns, speed=Speed(round(latency * SECOND), bandwidth))
    undo = [netloop.install(network), threads.install(turns, lambda what: None), locks.install(turns)]
    try:
        with asyncio.Runner(loop_factory=lambda: NetworkLoop(turns, network)) as runner:
            value = runner.run(main())
            return Ran(value, turns.clock.now / SECOND, [opened.what for opened in network.left_open()])
    finally:
        for action in reversed(undo):
            action()
