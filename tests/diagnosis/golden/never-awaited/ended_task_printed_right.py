import asyncio


async def measure(place, seconds):
    await asyncio.sleep(seconds)
    return f"{place}: 4 degrees"


async def main():
    async with asyncio.TaskGroup() as group:
        roof = group.create_task(measure("roof", 2))
        yard = group.create_task(measure("yard", 1))
    print("now", roof.result())
    print("now", yard.result())

if __name__ == "__main__":
    asyncio.run(main())
