# fails: test_task_prints_and_waits
# diagnosis: not-a-coroutine
# task is a plain def; both lines are printed at its call, and the await of its None is a TypeError.

import asyncio


def task(name, delay):
    print(f"{name} started")
    asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
