# fails: test_tasks_overlap
# diagnosis: shared-state-race
# The name is kept in a global across the wait; of two tasks at once the second overwrites it.

import asyncio

current = ""


async def task(name, delay):
    global current
    current = name
    print(f"{current} started")
    await asyncio.sleep(delay)
    print(f"{current} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
