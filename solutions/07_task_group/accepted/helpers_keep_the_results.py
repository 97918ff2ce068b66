"""The group starts helpers that await task and keep its result under its name."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    results = {}

    async def keep(name, delay):
        results[name] = await task(name, delay)

    async with asyncio.TaskGroup() as tg:
        tg.create_task(keep("A", 2))
        tg.create_task(keep("B", 1))
        tg.create_task(keep("C", 3))
    for name in "A", "B", "C":
        print(results[name])
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
