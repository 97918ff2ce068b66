import asyncio


async def water(bed):
    await asyncio.sleep(1)


async def main():
    await water("roses")


asyncio.run(main())
