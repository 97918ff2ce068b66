# fails: test_main_calls_task
# diagnosis: coroutine-not-started
# A bare coroutine is kept as if it ran; it has not begun at t=2.5, and has no cancel method.
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
    worker = task("worker")
    await asyncio.sleep(2.5)
    worker.cancel()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
