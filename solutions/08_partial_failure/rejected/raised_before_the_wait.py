# fails: test_task_returns_or_raises
# diagnosis: wrong-output
# task raises before it waits, so B fails at 0 s and not at 2 s.

import asyncio


async def task(name, delay, ok):
    if not ok:
        raise RuntimeError(f"{name} failed")
    await asyncio.sleep(delay)
    return f"{name} ok"


async def main():
    results = await asyncio.gather(
        task("A", 1, True), task("B", 2, False), task("C", 3, True), return_exceptions=True
    )
    print(*results, sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
