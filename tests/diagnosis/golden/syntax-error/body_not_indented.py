# A block after a colon stands as far left as the line that begins it.
# line: 15
import asyncio

ROOMS = ["attic", "cellar"]


async def sweep(room):
    await asyncio.sleep(1)
    print(room, "swept")


async def main():
    for room in ROOMS:
    await sweep(room)


asyncio.run(main())
