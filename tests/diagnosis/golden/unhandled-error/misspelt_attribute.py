# A name of asyncio is misspelt.
# line: 9

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.slepp(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


if __name__ == "__main__":
    asyncio.run(main())
