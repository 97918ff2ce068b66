"""A TaskGroup whose block holds the work of main; the result is read when the block has ended."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        report = group.create_task(task("report", 3))
        print("working 1")
        await asyncio.sleep(1)
        print("working 2")
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
