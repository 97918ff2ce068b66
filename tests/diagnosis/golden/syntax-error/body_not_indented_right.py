import asyncio

ROOMS = ["attic", "cellar"]


async def sweep(room):
    await asyncio.sleep(1)
    print(room, "swept")


async def main():
    for room in ROOMS:
        await sweep(room)


asyncio.run(main())
