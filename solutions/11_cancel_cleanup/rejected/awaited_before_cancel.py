# fails: test_main_cancels_the_worker
# diagnosis: task-not-cancelled
# main awaits the endless task first; the lines that would cancel it are never reached.
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
    await worker
    await asyncio.sleep(2.5)
    worker.cancel()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
