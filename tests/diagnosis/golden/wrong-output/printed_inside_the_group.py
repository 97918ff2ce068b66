# The result is told as soon as it is there; all of them were to be told when the last one is.
# line: 15
import asyncio


async def count(district, hours):
    await asyncio.sleep(hours)
    return district, hours * 100


async def main():
    async with asyncio.TaskGroup() as group:
        counts = [group.create_task(count(d, h)) for d, h in [("hill", 1), ("port", 3)]]
        for one in counts:
            print(await one)
    print("counted")


asyncio.run(main())
