# fails: test_never_blocks
# diagnosis: blocking-call
# A threading.Event is waited for on the event loop's own thread.

import asyncio
import threading


async def task(name, delay):
    print(f"{name} started")
    threading.Event().wait(delay)
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
