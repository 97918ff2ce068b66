"""Random programs of what asyncio offers, drawn by seed; what they print, in order, is what loops are compared by."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections.abc import Callable
from typing import Any

UNIT = 0.02
"""Seconds of the shortest wait: what a busy machine seldom takes for a step."""


def program(seed: int) -> Callable[[], Any]:
    """Draw a program: a coroutine function that returns what it printed, in order."""

    async def main() -> list[str]:
        draw = random.Random(seed)
        printed: list[str] = []
        lock, places, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()
        queue: asyncio.Queue[int] = asyncio.Queue(draw.choice([0, 1, 2]))

        def units() -> float:
            return UNIT * draw.randint(0, 4)

        async def waits(name: str, seconds: float) -> None:
            await asyncio.sleep(seconds)
            printed.append(f"{name} slept")

        async def locks(name: str, seconds: float) -> None:
            async with lock:
                printed.append(f"{name} holds the lock")
                await asyncio.sleep(seconds)

        async def takes_a_place(name: str, seconds: float) -> None:
            async with places:
                await asyncio.sleep(seconds)
                printed.append(f"{name} had a place")

        async def puts(name: str, seconds: float) -> None:
            await asyncio.sleep(seconds)
            try:
                await asyncio.wait_for(queue.put(1), UNIT)
                printed.append(f"{name} put")
            except TimeoutError:
                printed.append(f"{name} found no room")

        async def gets(name: str, seconds: float) -> None:
            try:
                await asyncio.wait_for(queue.get(), seconds + UNIT / 2)
                printed.append(f"{name} got")
            except TimeoutError:
                printed.append(f"{name} got nothing")

        async def signals(name: str, seconds: float) -> None:
            await asyncio.sleep(seconds)
            event.set()
            printed.append(f"{name} set")

        async def listens(name: str, seconds: float) -> None:
            try:
                async with asyncio.timeout(seconds + UNIT / 2):
                    await event.wait()
                printed.append(f"{name} heard")
            except TimeoutError:
                printed.append(f"{name} heard nothing")

        kinds = [waits, locks, takes_a_place, puts, gets, signals, listens]
        jobs = [[(draw.choice(kinds), units()) for _ in range(draw.randint(1, 3))] for _ in range(draw.randint(2, 5))]

        async def worker(number: int) -> None:
            for step, (kind, seconds) in enumerate(jobs[number]):
                await kind(f"{number}.{step}", seconds)

        if draw.random() < 0.5:
            await asyncio.gather(*map(worker, range(len(jobs))))
        else:
            async with asyncio.TaskGroup() as group:
                for number in range(len(jobs)):
                    group.create_task(worker(number))
        return printed

    return main


def printed(seed: int) -> list[str]:
    """Run a program on the loop that asyncio makes."""
    found: list[str] = asyncio.run(program(seed)())
    return found


def main(loop: str, first: str, after: str) -> None:
    """Write what programs print on a loop: a JSON array, an array of lines for each seed."""
    from tests.fidelity.loops import LOOPS

    LOOPS[loop]()
    print(json.dumps([printed(seed) for seed in range(int(first), int(after))]))


if __name__ == "__main__":
    main(*sys.argv[1:])
