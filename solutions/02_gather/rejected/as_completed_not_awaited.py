# fails: test_waits_for_both
# diagnosis: never-awaited
# Loops over as_completed but does not await what it gives, so main goes through the loop at once and returns.

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
    finished = []
    for done in asyncio.as_completed(tasks):
        finished.append(done)


if __name__ == "__main__":
    asyncio.run(main())
