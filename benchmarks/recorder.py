"""What recording costs: programs of 10,000 steps on the stock loop, on the bare virtual loop, and recorded.

Recorded means recorded and written: the events are encoded, and go nowhere.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import statistics
import time
from typing import Any

from grader.engine.channel import Channel
from grader.engine.recorder.primitives import Primitives
from grader.engine.recorder.recorder import Recorder
from grader.engine.virtual.clock import FreeClock
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import Turns

FILE = "program.py"
PROGRAMS = {
    "sleep(0)": """
async def work():
    for _ in range(100):
        await asyncio.sleep(0)
""",
    "sleep(0.001)": """
async def work():
    for _ in range(50):
        await asyncio.sleep(0.001)
""",
    "calls in calls": """
async def inner(n):
    await asyncio.sleep(0.001)
async def middle(n):
    await inner(n)
async def work():
    for n in range(50):
        await middle(n)
""",
}
"""Each with 100 tasks; a timer's callback is a step as a task's is."""
MAIN = "async def main():\n    await asyncio.gather(*[work() for _ in range(100)])\n"
WAYS = ("stock", "bare", "recorded")


class Away(Channel):
    """The channel of a run, whose frames go nowhere."""

    def __init__(self) -> None:
        super().__init__(-1, -1)
        self._write = lambda _, data: len(data)


def once(program: str, way: str) -> tuple[float, int]:
    """Run a program; return seconds of processor time and how many steps the recorder counted."""
    names: dict[str, Any] = {"asyncio": asyncio}
    exec(compile(program + MAIN, FILE, "exec"), names)
    turns = Turns(FreeClock())
    channel = Away()
    recorder = Recorder(channel, turns.clock)
    recorder.begin({FILE: FILE}, FILE, 10**9, "main()")

    def loop() -> asyncio.AbstractEventLoop:
        if way == "stock":
            return asyncio.SelectorEventLoop()
        if way == "bare":
            return VirtualLoop(turns)
        made = VirtualLoop(turns, recorder)
        recorder.attach(made)
        return made

    undo = Primitives(recorder).install() if way == "recorded" else lambda: None
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            begun = time.process_time()
            runner.run(names["main"]())
            channel.flush()
            return time.process_time() - begun, recorder.steps
    finally:
        undo()


def main() -> None:
    """Measure the ways in turn, so that a busy moment meets all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=15, help="repetitions")
    times = parser.parse_args().n
    for name, program in PROGRAMS.items():
        found: dict[str, list[float]] = {way: [] for way in WAYS}
        steps = 0
        for _ in range(times):
            for way in WAYS:
                taken, counted = once(program, way)
                found[way].append(taken)
                steps = max(steps, counted)
        ratios = [recorded / bare for recorded, bare in zip(found["recorded"], found["bare"], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        each = "  ".join(f"{way} {statistics.median(found[way]) * 1000:5.1f} ms" for way in WAYS)
        print(
            f"{platform.python_version():7} {name:15} {steps:6} steps  {each}  "
            f"recorded/bare {middle:4.2f} (half of them within {low:4.2f} to {high:4.2f})"
        )


if __name__ == "__main__":
    main()
