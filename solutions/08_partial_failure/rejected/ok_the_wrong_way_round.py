# fails: test_task_returns_or_raises
# diagnosis: wrong-output
# task raises when ok is true, and returns when it is false.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main():
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
