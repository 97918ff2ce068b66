# fails: test_waits_for_both
# diagnosis: sleep-instead-of-await
# Sleeps 2.1 seconds to be on the safe side in place of awaiting; it ends too late here and too early with longer tasks.

import asyncio

PENDING = []


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


def start(name, delay):
    PENDING.append(asyncio.create_task(task(name, delay)))


async def main():
    start("Task A", 2)
    start("Task B", 1)
    # longest delay + a little
    await asyncio.sleep(max(2, 1) + 0.1)


if __name__ == "__main__":
    asyncio.run(main())
