# fails: test_main_calls_task
# diagnosis: coroutine-as-callback
# Gives an async function to call_soon, which calls plain functions: the coroutines are made and never awaited.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(task, "Task A", 2)
    loop.call_soon(task, "Task B", 1)


if __name__ == "__main__":
    asyncio.run(main())
