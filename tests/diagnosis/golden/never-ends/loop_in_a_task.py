# A task that main waits for goes round and round.
# line: 9

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    while True:
        await asyncio.sleep(minutes)


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


if __name__ == "__main__":
    asyncio.run(main())
