# fails: test_prints_when_all_are_done
# diagnosis: output-order
# The tasks are kept with their delays, and sorted by them when they are read.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    tasks = set()
    async with asyncio.TaskGroup() as tg:
        for delay, name in sorted([(2, "A"), (1, "B"), (3, "C")]):
            tasks.add((delay, tg.create_task(task(name, delay))))
    for delay, t in sorted(tasks, key=lambda pair: pair[0]):
        print(t.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
