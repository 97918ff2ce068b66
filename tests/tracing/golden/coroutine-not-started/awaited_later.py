# Two coroutines are made first and awaited afterwards: that does not make them run together.
# line: 13

import asyncio


async def water(bed, minutes):
    await asyncio.sleep(minutes)
    return f"{bed} wet"


async def main():
    roses, beans = water("roses", 3), None
    beans = water("beans", 2)
    print(await roses)
    print(await beans)


asyncio.run(main())
