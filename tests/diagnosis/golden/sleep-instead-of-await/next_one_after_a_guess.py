# line: 17
import asyncio


async def paint(room, seconds):
    await asyncio.sleep(seconds)
    print(f"{room} is painted")


async def main():
    rooms = {"hall": 3, "kitchen": 1, "attic": 2}
    jobs = []
    for room, seconds in rooms.items():
        jobs.append(asyncio.create_task(paint(room, seconds)))
        # give the painter
        # a moment
        await asyncio.sleep(1)
    for job in jobs:
        await job


if __name__ == "__main__":
    asyncio.run(main())
