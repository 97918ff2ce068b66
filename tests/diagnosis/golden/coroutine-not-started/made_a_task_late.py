# line: 13
"""A coroutine is kept while other work is done, and made a task behind that."""

import asyncio


async def boil(minutes: float) -> None:
    await asyncio.sleep(minutes)
    print("the water boils")


async def main() -> None:
    water = boil(3)
    await asyncio.sleep(2)
    print("the table is laid")
    await asyncio.create_task(water)


asyncio.run(main())
