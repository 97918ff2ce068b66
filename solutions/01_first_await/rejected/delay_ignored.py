# fails: test_task_prints_and_waits
# diagnosis: parameter-ignored
# task always waits one second, whatever delay it is given.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(1)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
