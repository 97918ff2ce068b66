"""gather may raise B's error; main waits for the rest all the same and looks at each task."""

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
    try:
        await asyncio.gather(*tasks)
    except RuntimeError:
        await asyncio.wait(tasks)
    for t in tasks:
        if t.exception() is None:
            print(t.result())
        else:
            print(t.exception())


if __name__ == "__main__":
    asyncio.run(main())
