# fails: test_main_calls_task
# diagnosis: gather-misuse
# gather is not awaited; a loop over its future raises, and the tasks are cut off.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    results = asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True)
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
