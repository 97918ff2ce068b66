# fails: test_waits_for_both
# diagnosis: wait-misuse
# asyncio.wait returns when the first task has ended, and the set of pending ones is ignored.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    tasks = [
        asyncio.create_task(task("Task A", 2)),
        asyncio.create_task(task("Task B", 1)),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)


if __name__ == "__main__":
    asyncio.run(main())
