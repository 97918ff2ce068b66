import asyncio


async def listen(bell):
    await bell.wait()
    print("heard")


async def main():
    first = asyncio.Event()
    waiter = asyncio.create_task(first.wait())
    listener = asyncio.create_task(listen(first))
    await asyncio.sleep(0)
    first.set()
    await asyncio.gather(waiter, listener)


if __name__ == "__main__":
    asyncio.run(main())
