# fails: test_task_prints_and_waits
# diagnosis: never-awaited
# asyncio.sleep is called without await, so both lines come at once.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
