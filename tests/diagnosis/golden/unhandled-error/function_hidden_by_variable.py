# A variable has the name of the function that is called.
# line: 14

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    bake = asyncio.create_task(bake("bread", 3))
    await bake


if __name__ == "__main__":
    asyncio.run(main())
