# fails: test_main_calls_task
# diagnosis: executor-misuse
# Hands the async function to to_thread, which only calls it in a thread; the coroutines that come back are never awaited.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    # run both in the background
    await asyncio.gather(
        asyncio.to_thread(task, "Task A", 2),
        asyncio.to_thread(task, "Task B", 1),
    )


if __name__ == "__main__":
    asyncio.run(main())
