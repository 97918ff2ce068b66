"""No guard, and the boss is a second task that cancels the worker."""

import asyncio

async def task(name):
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")

async def boss(worker):
    await asyncio.sleep(2.5)
    worker.cancel()

async def main():
    worker = asyncio.create_task(task("worker"))
    await asyncio.gather(worker, boss(worker), return_exceptions=True)
    print("main done")

asyncio.run(main())
