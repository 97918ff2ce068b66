# fails: test_waits_for_both
# diagnosis: lost-task
# Creates both tasks and returns without awaiting them; the program ends and cuts them off.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    return a, b


if __name__ == "__main__":
    asyncio.run(main())
