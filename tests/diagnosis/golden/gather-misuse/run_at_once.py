# A plain main hands a gather to asyncio.run.
# line: 14

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


def main():
    asyncio.run(asyncio.gather(bake("bread", 3), bake("cake", 2)))


if __name__ == "__main__":
    main()
