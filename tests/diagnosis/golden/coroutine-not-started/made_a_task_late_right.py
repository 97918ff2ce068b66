"""The task is made first."""

import asyncio


async def boil(minutes: float) -> None:
    await asyncio.sleep(minutes)
    print("the water boils")


async def main() -> None:
    water = asyncio.create_task(boil(3))
    await asyncio.sleep(2)
    print("the table is laid")
    await water


asyncio.run(main())
