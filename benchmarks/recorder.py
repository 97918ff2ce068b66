"""What recording costs: programs of 10,000 steps on the stock loop, on the bare virtual loop, and recorded."""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import statistics
import time
from collections.abc import Callable
from typing import Any

from grader.engine.channel import MAX_PENDING
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
WAYS = ("stock", "bare", "recorded", "recorded and written")


def once(program: str, way: str) -> tuple[float, int]:
    """Run a program; return seconds and how many steps the recorder counted."""
    names: dict[str, Any] = {"asyncio": asyncio}
    exec(compile(program + MAIN, FILE, "exec"), names)
    turns = Turns(FreeClock())
    recorder = Recorder(_post(way), turns.clock, {FILE: FILE}, FILE, 10**9, "main()", lambda: None)

    def loop() -> asyncio.AbstractEventLoop:
        if way in ("stock", "bare"):
            return asyncio.SelectorEventLoop() if way == "stock" else VirtualLoop(turns)
        made = VirtualLoop(turns, recorder)
        recorder.attach(made)
        return made

    undo = Primitives(recorder).install() if way.startswith("recorded") else lambda: None
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            begun = time.perf_counter()
            runner.run(names["main"]())
            return time.perf_counter() - begun, recorder.steps
    finally:
        undo()


def _post(way: str) -> Callable[[list[Any]], None]:
    if way != "recorded and written":
        return lambda _: None
    encode = json.JSONEncoder(ensure_ascii=True, check_circular=False, separators=(",", ":")).encode
    waiting: list[Any] = []

    def post(event: list[Any]) -> None:
        waiting.append(event)
        if len(waiting) >= MAX_PENDING:
            encode(waiting).encode("ascii")
            waiting.clear()

    return post


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
        bare = statistics.median(found["bare"])
        for way in WAYS:
            median = statistics.median(found[way])
            rate = f"{steps / median / 1000:6.0f} thousand steps/s"
            print(
                f"{platform.python_version():7} {name:15} {way:21} {median * 1000:6.1f} ms {median / bare:5.2f}x {rate}"
            )


if __name__ == "__main__":
    main()
