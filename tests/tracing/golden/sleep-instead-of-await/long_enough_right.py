import asyncio

data = {}


async def load(key):
    await asyncio.sleep(1)
    data[key] = key * 2


async def main():
    t = asyncio.create_task(load("x"))
    await t
    print(data["x"])


asyncio.run(main())
