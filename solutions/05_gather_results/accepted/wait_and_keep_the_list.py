"""asyncio.wait gives sets; the order comes from the list that was kept."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    await asyncio.wait(tasks)
    for t in tasks:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
