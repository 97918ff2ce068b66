# fails: test_main_calls_task
# diagnosis: await-outside-async
# The word async is missing before def task, so the await in it is a syntax error.

import asyncio


def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
