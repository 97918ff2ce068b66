# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# The loop is left by break when the cancellation comes, and the task returns normally.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    while True:
        try:
            await asyncio.sleep(1)
            print(f"{name} tick")
        except asyncio.CancelledError:
            break
    print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
