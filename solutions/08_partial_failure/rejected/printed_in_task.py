# fails: test_task_returns_or_raises
# diagnosis: result-not-returned
# task prints both kinds of line itself; main has only to wait.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        print(f"{name} ok")
    else:
        print(f"{name} failed")


async def main():
    await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
