# fails: test_waits_for_both
# diagnosis: lost-task
# Awaits only A because it takes longer; with other times B would still be running when main returns.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    # A is the longest, so B is done by then
    await a


if __name__ == "__main__":
    asyncio.run(main())
