# fails: test_task_returns_or_raises
# diagnosis: wrong-output
# task raises a ValueError; the contract says RuntimeError.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if not ok:
        raise ValueError(f"{name} failed")
    return f"{name} ok"


async def main():
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    print(*results, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
