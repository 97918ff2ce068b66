"""Each turn waits for the first of those that have not ended."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    tasks = {asyncio.create_task(measure("Ems", 4)), asyncio.create_task(measure("Oder", 2))}
    while tasks:
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(task.result())


asyncio.run(main())
