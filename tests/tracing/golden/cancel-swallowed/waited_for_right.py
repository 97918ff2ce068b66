import asyncio


async def sprinkle():
    while True:
        try:
            await asyncio.sleep(2)
            print("drip")
        except Exception:
            print("the hose is stuck")


async def main():
    hose = asyncio.create_task(sprinkle())
    await asyncio.sleep(5)
    hose.cancel()
    await asyncio.wait([hose])
    print("closed")


asyncio.run(main())
