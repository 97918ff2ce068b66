# entry point: bake

import asyncio


async def bake(bread, delay):
    await asyncio.sleep(delay)
    print(bread, "baked")


async def main():
    await asyncio.gather(bake("rye", 1), bake("wheat", 1))


if __name__ == "__main__":
    asyncio.run(main())
