# fails: test_main_cancels_the_worker
# diagnosis: task-not-cancelled
# worker.cancel without parentheses names the method and does not call it; main waits for ever.
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
    worker.cancel
    try:
        await worker
    except asyncio.CancelledError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
