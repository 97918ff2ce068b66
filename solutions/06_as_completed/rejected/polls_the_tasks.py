# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# A loop looks at all tasks every ten milliseconds.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    while tasks:
        for t in tasks[:]:
            if t.done():
                print(t.result())
                tasks.remove(t)
        await asyncio.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(main())
