# fails: test_main_calls_task
# diagnosis: result-not-ready
# result() is put behind create_task in the same line: InvalidStateError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2)).result()
        b = tg.create_task(task("B", 1)).result()
        c = tg.create_task(task("C", 3)).result()
    print(a, b, c, "all done", sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
