import asyncio


async def lamp():
    try:
        while True:
            await asyncio.sleep(1)
    finally:
        print("lamp is out")


async def main():
    burning = asyncio.create_task(lamp())
    await asyncio.sleep(2.5)
    burning.cancel()
    await asyncio.wait([burning])
    print("good night")


asyncio.run(main())
