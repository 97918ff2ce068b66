# fails: test_waits_for_both
# diagnosis: sleep-instead-of-await
# Starts both tasks and sleeps two seconds in place of awaiting them; nothing makes main wait for their ends.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    await asyncio.sleep(2)


if __name__ == "__main__":
    asyncio.run(main())
