# line: 8
import asyncio


async def lamp():
    while True:
        await asyncio.sleep(1)
    print("lamp is out")


async def main():
    burning = asyncio.create_task(lamp())
    await asyncio.sleep(2.5)
    burning.cancel()
    await asyncio.wait([burning])
    print("good night")


asyncio.run(main())
