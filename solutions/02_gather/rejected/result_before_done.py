# fails: test_main_calls_task
# diagnosis: result-not-ready
# Asks the tasks for their results right after creating them, without awaiting them: InvalidStateError.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    a.result()
    b.result()


if __name__ == "__main__":
    asyncio.run(main())
