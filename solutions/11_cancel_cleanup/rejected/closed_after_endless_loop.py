# fails: test_ticks_and_closes
# diagnosis: cleanup-missing
# "closed" stands after an endless loop, where no cancellation ever comes by.
import asyncio

async def task(name):
    print(f"{name} opened")
    while True:
        await asyncio.sleep(1)
        print(f"{name} tick")
    print(f"{name} closed")

async def main():
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        print("main done")

if __name__ == "__main__":
    asyncio.run(main())
