import asyncio


async def bake(oven):
    await oven.acquire()
    try:
        await asyncio.sleep(5)
    finally:
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
