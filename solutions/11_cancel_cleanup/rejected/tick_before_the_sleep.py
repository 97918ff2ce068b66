# fails: test_ticks_and_closes
# diagnosis: wrong-output
# The first tick comes at once, and so one tick too many.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            print(f"{name} tick")
            await asyncio.sleep(1)
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
