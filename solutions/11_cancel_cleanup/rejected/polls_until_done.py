# fails: test_never_blocks
# diagnosis: busy-polling
# After cancel main asks every 10 ms whether the task is done; seen when the cleanup waits.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    while not worker.done():
        await asyncio.sleep(0.01)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
