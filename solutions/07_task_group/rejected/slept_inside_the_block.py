# fails: test_prints_when_all_are_done
# diagnosis: sleep-instead-of-await
# Inside the block three seconds are slept, then the results are read; with longer tasks they are not ready.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " done"


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
        await asyncio.sleep(3.05)
        print(a.result())
        print(b.result())
        print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
