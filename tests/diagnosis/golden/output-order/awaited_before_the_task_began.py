# A created task begins later than a call that is awaited.
# line: 15

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    bread = asyncio.create_task(bake("bread", 3))
    await bake("cake", 2)
    await bread


if __name__ == "__main__":
    asyncio.run(main())
