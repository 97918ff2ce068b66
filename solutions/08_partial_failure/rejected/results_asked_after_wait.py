# fails: test_one_failure_stops_no_other
# diagnosis: unhandled-error
# asyncio.wait lets all end, but result() raises B's error again, and C's line is missing.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    tasks = [
        asyncio.create_task(task("A", 1, True)),
        asyncio.create_task(task("B", 2, False)),
        asyncio.create_task(task("C", 3, True)),
    ]
    await asyncio.wait(tasks)
    for t in tasks:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
