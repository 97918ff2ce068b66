# The calls stand in another order than was asked for.
# line: 14

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("cake", 2), bake("bread", 3))


if __name__ == "__main__":
    asyncio.run(main())
