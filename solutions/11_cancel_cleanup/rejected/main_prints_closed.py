# fails: test_ticks_and_closes
# diagnosis: cleanup-missing
# main prints "worker closed" on behalf of the worker, which does not clean up at all.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    while True:
        await asyncio.sleep(1)
        print(f"{name} tick")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        print("worker closed")
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
