# A limit of each call's own that the tasks of the call share.

import asyncio


async def take(shed, tool):
    async with shed:
        print("took", tool)
        await asyncio.sleep(1)


async def borrow(*tools):
    shed = asyncio.Semaphore(1)
    await asyncio.gather(*(take(shed, tool) for tool in tools))


async def main():
    await asyncio.gather(borrow("rake", "hoe"), borrow("fork", "spade"))


asyncio.run(main())
