# line: 6
import asyncio


async def work(lock):
    async with lock.acquire():
        await asyncio.sleep(1)
    print("done")


async def main():
    await work(asyncio.Lock())


asyncio.run(main())
