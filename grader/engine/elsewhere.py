"""Where else a script may get an event loop from: a policy of its own, uvloop, or trio, which has nothing of asyncio's.

An exercise asks for none of them: there every way leads to the one loop.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from .blocking.late import Late
from .recorder.recorder import Recorder

Change = Callable[[Any], None]


def install(new_loop: type[Any], recorder: Recorder) -> None:
    """Let policies make loops of ours, which they may do more to; put ours in uvloop's place, and refuse trio's."""
    policy = asyncio.get_event_loop_policy()
    vars(policy).pop("new_event_loop", None)
    type(policy)._loop_factory = new_loop  # type: ignore[attr-defined]
    Late({"uvloop": _replaced(new_loop, recorder), "trio": _refused(recorder)}).install()


def _replaced(new_loop: type[Any], recorder: Recorder) -> Change:
    """Put asyncio's loop in the place of uvloop's, which waits for real and tells of nothing."""

    class Loop(new_loop):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            place = recorder.frames.place_of(sys._getframe(1))
            if recorder.events.once("uvloop", place):
                recorder.post("not-simulated", None, "uvloop’s event loop", place, "asyncio’s own took its place")

    def change(module: Any) -> None:
        module.Loop = Loop

    return change


def _refused(recorder: Recorder) -> Change:
    """Let no loop begin that has nothing to do with asyncio: it waits for real, by clocks that stand."""

    def run(*_: Any, **__: Any) -> None:
        place = recorder.frames.place_of(sys._getframe(1))
        recorder.post("not-simulated", None, "trio’s event loop", place, "a trace knows asyncio’s alone")
        raise RuntimeError("a trace runs asyncio only, and trio has an event loop of its own")

    def change(module: Any) -> None:
        module.run = run

    return change
