# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# task blocks the event loop with time.sleep, so no limit can interrupt it.

import asyncio
import time


async def task(name, delay):
    time.sleep(delay)
    return f"{name} answer"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
