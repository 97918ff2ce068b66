# A gather is entered with async with.
# line: 14

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    async with asyncio.gather(bake("bread", 3), bake("cake", 2)):
        pass


if __name__ == "__main__":
    asyncio.run(main())
