"""After the block each task is awaited once more, which gives its result at once."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
    print(await a)
    print(await b)
    print(await c)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
