# A thousand tasks take turns with one lock: each gives way, and none asks whether it is its turn.

import asyncio


async def drink(well):
    async with well:
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def main():
    well = asyncio.Lock()
    rest = asyncio.create_task(asyncio.sleep(9))
    await asyncio.gather(*(drink(well) for _ in range(1000)))
    await rest


asyncio.run(main())
