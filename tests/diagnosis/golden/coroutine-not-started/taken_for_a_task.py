# line: 12
import asyncio


async def clock():
    while True:
        await asyncio.sleep(1)
        print("tick")


async def main():
    ticking = clock()
    await asyncio.sleep(2.5)
    ticking.cancel()
    print("enough")


asyncio.run(main())
