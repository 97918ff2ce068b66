# fails: test_task_returns_or_raises
# diagnosis: wrong-output
# task returns a RuntimeError object; it looks like return_exceptions, but nothing is raised.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    return f"{name} ok" if ok else RuntimeError(f"{name} failed")


async def main():
    for r in await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True)):
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
