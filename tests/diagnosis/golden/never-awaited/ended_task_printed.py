# The tasks are printed in place of what they gave.
# line: 15
import asyncio


async def measure(place, seconds):
    await asyncio.sleep(seconds)
    return f"{place}: 4 degrees"


async def main():
    async with asyncio.TaskGroup() as group:
        roof = group.create_task(measure("roof", 2))
        yard = group.create_task(measure("yard", 1))
    print("now", roof)
    print("now", yard)

if __name__ == "__main__":
    asyncio.run(main())
