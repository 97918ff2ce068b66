# fails: test_main_runs_task
# diagnosis: never-awaited
# task is called like an ordinary function: a coroutine is made and thrown away.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
