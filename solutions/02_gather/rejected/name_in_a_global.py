# fails: test_tasks_overlap
# diagnosis: shared-state-race
# Keeps the name in a global variable across the await; the other task overwrites it meanwhile.

import asyncio

current = ""


async def task(name, delay):
    global current
    current = name
    print(current + " started")
    await asyncio.sleep(delay)
    print(current + " finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
