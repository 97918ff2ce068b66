"""The end of the block waits."""

import asyncio


async def measure(river: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"{river} is {seconds} m deep"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        ems = group.create_task(measure("Ems", 4))
    print(ems.result())


asyncio.run(main())
