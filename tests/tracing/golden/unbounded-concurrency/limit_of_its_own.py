# Every call makes the limit that was to keep others out.
# line: 8

import asyncio


async def borrow(tool):
    shed = asyncio.Semaphore(2)
    async with shed:
        print("took", tool)
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(*(borrow(tool) for tool in ("rake", "hoe", "fork", "spade")))


asyncio.run(main())
