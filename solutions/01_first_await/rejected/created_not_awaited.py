# fails: test_main_ends_with_its_task
# diagnosis: lost-task
# The task is started, but main returns at once and the program's end cuts it off.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    asyncio.create_task(task("Task A", 1))


if __name__ == "__main__":
    asyncio.run(main())
