import asyncio


async def work(lock):
    async with lock:
        await asyncio.sleep(1)
    print("done")


async def main():
    await work(asyncio.Lock())


asyncio.run(main())
