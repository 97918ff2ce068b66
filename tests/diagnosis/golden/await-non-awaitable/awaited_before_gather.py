# Each call is awaited before gather gets it.
# line: 14

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(await bake("bread", 3), await bake("cake", 2))


if __name__ == "__main__":
    asyncio.run(main())
