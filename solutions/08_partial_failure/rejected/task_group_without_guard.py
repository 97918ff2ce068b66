# fails: test_one_failure_stops_no_other
# diagnosis: job-cut-short
# In a TaskGroup B's error cancels C, and the group raises it on.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 1, True))
        b = tg.create_task(task("B", 2, False))
        c = tg.create_task(task("C", 3, True))
    for t in (a, b, c):
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
