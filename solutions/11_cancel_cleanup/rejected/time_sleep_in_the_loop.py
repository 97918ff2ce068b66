# fails: test_never_blocks
# diagnosis: blocking-call
# time.sleep in the worker never lets go of the event loop, so main never gets to its cancel.
import asyncio
import time


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            time.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
