# fails: test_never_blocks
# diagnosis: blocking-call
# Waits on a threading.Event, which blocks the thread of the event loop until the delay is over.

import asyncio
import threading


async def task(name, delay):
    print(f"{name} started")
    threading.Event().wait(timeout=delay)
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
