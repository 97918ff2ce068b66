# fails: test_main_calls_task
# diagnosis: nested-event-loop
# Calls asyncio.run inside main, where a loop is already running: RuntimeError, and task is never called.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def both():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


async def main():
    asyncio.run(both())


if __name__ == "__main__":
    asyncio.run(main())
