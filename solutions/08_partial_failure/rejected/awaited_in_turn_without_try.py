# fails: test_one_failure_stops_no_other
# diagnosis: unhandled-error
# The tasks are awaited one by one with no try; B's error leaves main while C is under way.

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
    for t in tasks:
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
