import asyncio


async def water(bed, minutes):
    await asyncio.sleep(minutes)
    return f"{bed} wet"


async def main():
    roses = asyncio.create_task(water("roses", 3))
    beans = asyncio.create_task(water("beans", 2))
    print(await roses)
    print(await beans)


asyncio.run(main())
