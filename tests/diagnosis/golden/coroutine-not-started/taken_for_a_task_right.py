import asyncio


async def clock():
    while True:
        await asyncio.sleep(1)
        print("tick")


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(2.5)
    ticking.cancel()
    await asyncio.wait([ticking])
    print("enough")


asyncio.run(main())
