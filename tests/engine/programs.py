"""Runs coroutines and programs in this process, on a clock without a judge."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from grader.engine.blocking.blocking import VirtualTime
from grader.engine.recorder.leftovers import Leftovers
from grader.engine.recorder.primitives import Primitives
from grader.engine.recorder.recorder import Recorder
from grader.engine.virtual.clock import SECOND, FreeClock
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import Turns

FILE = "program.py"


class Ran(NamedTuple):
    """What came of a coroutine, and when it ended in virtual seconds."""

    value: Any
    end: float


def run(main: Callable[[], Coroutine[Any, Any, Any]], turns: Turns | None = None) -> Ran:
    """Run a coroutine function on a loop of its own."""
    turns = turns or Turns(FreeClock())
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(turns)) as runner:
        value = runner.run(main())
        return Ran(value, turns.clock.now / SECOND)


class Kept:
    """Keeps events in place of sending them."""

    def __init__(self) -> None:
        self.pending: list[Any] = []
        self._events: list[list[Any]] = []

    def flush(self) -> None:
        """Read what was written as JSON."""
        self._events += [json.loads(event if type(event) is str else json.dumps(event)) for event in self.pending]
        self.pending.clear()

    @property
    def events(self) -> list[list[Any]]:
        """What was kept so far."""
        self.flush()
        return self._events


class Recording:
    """A program whose events are kept: each a list of kind, time and fields."""

    def __init__(self, source: str, max_steps: int = 10_000) -> None:
        self._kept = Kept()
        self.turns = Turns(FreeClock())
        self.recorder = Recorder(self._kept, self.turns.clock, self._ended)
        self.recorder.begin({FILE: FILE}, FILE, max_steps, "main()")
        self.leftovers = Leftovers(self.recorder, {FILE}, FILE)
        self.primitives = Primitives(self.recorder)
        self.time = VirtualTime(self.turns, self.recorder)
        self.names: dict[str, Any] = {"asyncio": asyncio, "sleep": self.time.sleep, "recorder": self.recorder}
        exec(compile(source, FILE, "exec"), self.names)

    def _ended(self) -> None:
        self.leftovers.left_behind()

    def _loop(self) -> VirtualLoop:
        loop = VirtualLoop(self.turns, self.recorder)
        self.recorder.attach(loop)
        return loop

    def run(self) -> Recording:
        """Run the program's `main`."""
        runner = asyncio.Runner(loop_factory=self._loop)
        undo = self.primitives.install()
        try:
            runner.run(self.names["main"]())
        except BaseException:  # as in the engine, nothing runs after a limit was hit
            runner.get_loop().close()
            raise
        else:
            runner.close()
        finally:
            undo()
        self.recorder.settle()
        return self

    @property
    def events(self) -> list[list[Any]]:
        """What was recorded so far."""
        return self._kept.events

    def of(self, kind: str) -> list[list[Any]]:
        """Return the events of one kind, without it."""
        return [event[1:] for event in self.events if event[0] == kind]
