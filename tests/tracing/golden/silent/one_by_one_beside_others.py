# Each gardener walks from bed to bed; two of them do so at once.

import asyncio


async def walk(to):
    await asyncio.sleep(1)


async def garden(name):
    for bed in ("roses", "beans"):
        await walk(bed)
        print(name, "is at the", bed)


async def main():
    await asyncio.gather(garden("Ann"), garden("Ben"))


asyncio.run(main())
