# line: 16
"""Each turn waits for the first of the same tasks, of which one has ended."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    tasks = [asyncio.create_task(measure("Ems", 4)), asyncio.create_task(measure("Oder", 2))]
    told: set[str] = set()
    while len(told) < 2:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.result() not in told:
                told.add(task.result())
                print(task.result())


asyncio.run(main())
