# fails: test_never_blocks
# diagnosis: busy-polling
# Asks in a loop with sleep(0) whether the tasks are done in place of awaiting them; the processor is busy for two seconds.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    while not (a.done() and b.done()):
        await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
