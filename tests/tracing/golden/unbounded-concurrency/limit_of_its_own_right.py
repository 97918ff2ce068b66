import asyncio

shed = asyncio.Semaphore(2)


async def borrow(tool):
    async with shed:
        print("took", tool)
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(*(borrow(tool) for tool in ("rake", "hoe", "fork", "spade")))


asyncio.run(main())
