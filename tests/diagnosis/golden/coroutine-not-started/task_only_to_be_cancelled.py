# The clock is an object for three seconds, and a task only when it is cancelled.
# line: 14

import asyncio


async def clock():
    while True:
        print("tick")
        await asyncio.sleep(1)


async def main():
    ticking = clock()
    await asyncio.sleep(2.5)
    task = asyncio.create_task(ticking)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("clock stopped")
