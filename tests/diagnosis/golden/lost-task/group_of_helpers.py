# A helper starts tasks for a list of rooms; main has slept long enough for one of them only.
# line: 15

import asyncio

rooms = ["kitchen", "hall"]


async def heat(room, hours):
    await asyncio.sleep(hours)
    print(room, "is warm")


def heat_all():
    return [asyncio.ensure_future(heat(r, n)) for n, r in enumerate(rooms, 1)]


async def main():
    first, *others = heat_all()
    await first


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
