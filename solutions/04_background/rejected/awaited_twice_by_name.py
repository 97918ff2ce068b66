# fails: test_main_calls_task
# diagnosis: coroutine-reuse
# The coroutine was given to create_task already; the coroutine itself is awaited in place of the task.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    coro = task("report", 3)
    asyncio.create_task(coro)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await coro)


if __name__ == "__main__":
    asyncio.run(main())
