# fails: test_tasks_overlap
# diagnosis: over-serialised
# A semaphore with one place is held during the wait, so a second task starts only when the first has ended.

import asyncio


class Worker:
    limit = asyncio.Semaphore(1)

    @classmethod
    async def wait(cls, name, delay):
        async with cls.limit:
            print(f"{name} started")
            await asyncio.sleep(delay)
            print(f"{name} finished")


async def task(name, delay):
    await Worker.wait(name, delay)


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
