# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# A loop of short sleeps asks whether the task is done.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    while not report.done():
        await asyncio.sleep(0.01)
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
