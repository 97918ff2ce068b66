"""Loops on which CPython's tests can be run: ours, the stock one, those of other packages, and two broken ones."""

from __future__ import annotations

import asyncio
import importlib
from asyncio import unix_events
from collections.abc import Callable
from typing import Any

from grader.engine.virtual import locks, threads
from grader.engine.virtual.clock import FreeClock
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import Turns


class Silent:
    """Stands for the recorder."""

    steps = 0

    def step(self, handle: Any, run: Callable[[Any], None]) -> None:
        self.steps += 1
        run(handle)
        del handle

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *_: (None, None, None)


def put_in_place(loop: type[asyncio.AbstractEventLoop]) -> None:
    """Let asyncio make this loop whenever it is asked for one."""
    unix_events._UnixDefaultEventLoopPolicy._loop_factory = staticmethod(loop)
    asyncio.SelectorEventLoop = loop
    if hasattr(asyncio, "EventLoop"):
        asyncio.EventLoop = loop


def virtual(base: type[VirtualLoop] = VirtualLoop) -> None:
    """Install everything that a judged run installs, but for the judge and the recorder."""
    turns, silent = Turns(FreeClock()), Silent()

    class EventLoop(base):
        def __init__(self, selector: Any = None) -> None:
            super().__init__(turns, silent)

    threads.install(turns, lambda what: None)
    locks.install(turns)
    put_in_place(EventLoop)
    let_others_run(turns)


def let_others_run(turns: Turns) -> None:
    """Give threads their turn under a loop of another kind, such as the tests' own, which only ever goes round."""
    run_once = asyncio.BaseEventLoop._run_once

    def going_round(self: Any) -> None:
        if not isinstance(self, VirtualLoop) and turns.in_main():
            turns.run_others()
        run_once(self)

    asyncio.BaseEventLoop._run_once = going_round


def stock() -> None:
    """Leave everything as it is."""


def looptime() -> None:
    """The loop of the package looptime."""
    module = importlib.import_module("looptime")

    class EventLoop(module.LoopTimeEventLoop, asyncio.SelectorEventLoop):
        pass

    put_in_place(EventLoop)


def async_solipsism() -> None:
    """The loop of the package async-solipsism."""
    module = importlib.import_module("async_solipsism")

    class EventLoop(module.EventLoop):
        def __init__(self, selector: Any = None) -> None:  # CPython's tests give one
            super().__init__()

    put_in_place(EventLoop)


class BackwardsLoop(VirtualLoop):
    """Timers that are due at one time fire the wrong way round."""

    def next_order(self) -> int:
        return -super().next_order()


class TimelessLoop(VirtualLoop):
    """Timers never fire."""

    def _due(self) -> None:
        return None


LOOPS: dict[str, Callable[[], None]] = {
    "virtual": virtual,
    "stock": stock,
    "looptime": looptime,
    "async-solipsism": async_solipsism,
    "backwards": lambda: virtual(BackwardsLoop),
    "timeless": lambda: virtual(TimelessLoop),
}

NAMES = {"ours": "virtual", "looptime": "looptime", "async-solipsism": "async-solipsism"}
"""What the benchmarks call the loops worth comparing."""
