# fails: test_main_calls_task
# diagnosis: result-not-ready
# The new tasks are asked for their exceptions before they have run: InvalidStateError.

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
        if t.exception():
            print(t.exception())
        else:
            print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
