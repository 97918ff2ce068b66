# Half of the function is for Python 3.4, the other half for later ones.
# line: 12

import asyncio


async def water(bed):
    await asyncio.sleep(1)


async def main():
    yield from water("roses")


asyncio.run(main())
