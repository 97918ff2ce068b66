import asyncio


async def count(district, hours):
    await asyncio.sleep(hours)
    return district, hours * 100


async def main():
    async with asyncio.TaskGroup() as group:
        counts = [group.create_task(count(d, h)) for d, h in [("hill", 1), ("port", 3)]]
    for one in counts:
        print(one.result())
    print("counted")


asyncio.run(main())
