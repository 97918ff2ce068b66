import asyncio


async def paint(room, seconds):
    await asyncio.sleep(seconds)
    print(f"{room} is painted")


async def main():
    rooms = {"hall": 3, "kitchen": 1, "attic": 2}
    await asyncio.gather(*(paint(room, seconds) for room, seconds in rooms.items()))


if __name__ == "__main__":
    asyncio.run(main())
