# fails: test_task_can_be_cancelled
# diagnosis: timeout-misuse
# task sleeps in a thread, which cannot be cancelled: the line comes in time, but the program ends at 10 s.

import asyncio
import time


async def task(name, delay):
    await asyncio.to_thread(time.sleep, delay)
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
