# A sleep inside of a group waits for nothing: leaving the group does.

import asyncio


class Rain(Exception):
    pass


async def mow(lawn, minutes):
    await asyncio.sleep(minutes)
    print("mown", lawn)


async def begin_to_rain():
    raise Rain


async def main():
    try:
        async with asyncio.TaskGroup() as work:
            work.create_task(mow("front", 1))
            work.create_task(mow("back", 9))
            await asyncio.sleep(2)
            work.create_task(begin_to_rain())
    except* Rain:
        print("all inside")


asyncio.run(main())
