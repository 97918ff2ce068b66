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
    await asyncio.gather(*others)


if __name__ == "__main__":
    asyncio.run(main())
