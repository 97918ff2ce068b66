# fails: test_task_prints_and_waits
# diagnosis: sleep-instead-of-await
# The wait has been put into main after the gather, so the tasks themselves end as soon as they have started.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))
    await asyncio.sleep(2)


if __name__ == "__main__":
    asyncio.run(main())
