# The function itself is given to asyncio.run, without a call.
# line: 17

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


asyncio.run(main)
