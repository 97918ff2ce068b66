# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# Divides the delay by ten, so the order of the lines is right but every wait is too short.

import asyncio

SPEED = 10


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay / SPEED)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
