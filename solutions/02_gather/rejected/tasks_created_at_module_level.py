# fails: test_main_calls_task
# diagnosis: no-running-loop
# Creates the tasks while the file is loaded, where no event loop is running: RuntimeError.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


task_a = asyncio.create_task(task("Task A", 2))
task_b = asyncio.create_task(task("Task B", 1))


async def main():
    await task_a
    await task_b


if __name__ == "__main__":
    asyncio.run(main())
