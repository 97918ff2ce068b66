import asyncio


async def sprinkle():
    while True:
        await asyncio.sleep(1)
        print("drip")


async def crow():
    while True:
        await asyncio.sleep(5)
        print("caw")


async def main():
    await asyncio.gather(sprinkle(), crow())


asyncio.run(main())
