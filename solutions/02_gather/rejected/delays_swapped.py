# fails: test_main_calls_task
# diagnosis: wrong-output
# Gives A one second and B two, so A finishes first.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 1), task("Task B", 2))


if __name__ == "__main__":
    asyncio.run(main())
