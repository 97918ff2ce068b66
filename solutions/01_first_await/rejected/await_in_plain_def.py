# fails: test_main_runs_task
# diagnosis: await-outside-async
# The word async is missing before def task, so the await in it is a SyntaxError.

import asyncio


def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
