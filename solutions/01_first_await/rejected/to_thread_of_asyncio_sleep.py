# fails: test_task_prints_and_waits
# diagnosis: executor-misuse
# to_thread gets a coroutine function: the thread only makes the coroutine, nobody waits.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.to_thread(asyncio.sleep, delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
