# fails: test_tasks_overlap
# diagnosis: over-serialised
# A lock is held during the wait; alone it looks right, but two tasks wait one after the other.

import asyncio

lock = asyncio.Lock()


async def task(name, delay):
    async with lock:
        print(f"{name} started")
        await asyncio.sleep(delay)
        print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
