# The sleep is long enough, by luck.
# line: 16

import asyncio

data = {}


async def load(key):
    await asyncio.sleep(1)
    data[key] = key * 2


async def main():
    t = asyncio.create_task(load("x"))
    await asyncio.sleep(1.5)  # wait till it is loaded
    print(data["x"])


asyncio.run(main())
