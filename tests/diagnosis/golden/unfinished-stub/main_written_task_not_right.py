import asyncio

ROOMS = ["hall", "attic"]


async def sweep(room):
    """Sweep a room and print that it is clean."""
    await asyncio.sleep(1)
    print(room, "is clean")


async def main():
    await asyncio.gather(*(sweep(room) for room in ROOMS))


if __name__ == "__main__":
    asyncio.run(main())
