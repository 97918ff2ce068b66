# fails: test_one_failure_stops_no_other
# diagnosis: result-not-ready
# asyncio.wait with a limit that is long enough for the example; a slower task is not done then.

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
    await asyncio.wait(tasks, timeout=3.1)
    for t in tasks:
        print(t.exception() or t.result())


if __name__ == "__main__":
    asyncio.run(main())
