# fails: test_prints_when_all_are_done
# diagnosis: output-order
# Helpers print each result at once: B at 1 s, where all lines are due when all are done.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def show(name, delay):
    print(await task(name, delay))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(show("A", 2))
        tg.create_task(show("B", 1))
        tg.create_task(show("C", 3))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
