# A task spins, and asyncio.run stands in the file without a guard.
# line: 9

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    while minutes:
        pass


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


asyncio.run(main())
