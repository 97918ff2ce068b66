# fails: test_ticks_and_closes
# diagnosis: cleanup-missing
# The worker has neither finally nor except, so "closed" is never printed.
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
    await asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
