# fails: test_main_calls_task
# diagnosis: async-iteration-misuse
# Uses async for over an ordinary list, which raises TypeError before either task has started.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    async for job in [task("Task A", 2), task("Task B", 1)]:
        await job


if __name__ == "__main__":
    asyncio.run(main())
