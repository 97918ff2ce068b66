import asyncio


async def clock():
    while True:
        print("tick")
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(clock())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("clock stopped")
