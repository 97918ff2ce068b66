# fails: test_prints_when_all_are_done
# diagnosis: hard-coded-output
# The group runs the tasks, but the lines printed are constants.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        for name, delay in (("A", 2), ("B", 1), ("C", 3)):
            tg.create_task(task(name, delay))
    for name in "ABC":
        print(f"{name} done")
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
