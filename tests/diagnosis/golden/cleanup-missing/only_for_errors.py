# The place is given back after an Exception, which a cancellation is not.
# line: 12

import asyncio


async def bake(oven):
    await oven.acquire()
    try:
        await asyncio.sleep(5)
    except Exception:
        oven.release()


async def main():
    oven = asyncio.Semaphore(1)
    task = asyncio.create_task(bake(oven))
    await asyncio.sleep(1)
    task.cancel()
    await oven.acquire()
    print("free again")


if __name__ == "__main__":
    asyncio.run(main())
