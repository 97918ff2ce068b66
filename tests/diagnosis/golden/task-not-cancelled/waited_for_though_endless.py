# line: 14
import asyncio


async def clock():
    while True:
        await asyncio.sleep(1)


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(2.5)
    print("enough")
    await ticking
    ticking.cancel()
    print("stopped")


asyncio.run(main())
