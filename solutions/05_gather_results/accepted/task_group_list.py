"""A TaskGroup; the tasks are kept in a list and read in its order."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(task(item, delay)) for item, delay in (("tea", 3), ("coffee", 1), ("water", 2))]
    for ended in tasks:
        print(ended.result())


if __name__ == "__main__":
    asyncio.run(main())
