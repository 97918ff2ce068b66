# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# CancelledError is caught and not raised again, so the task ends as if it had done its work; the lines are right.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await worker
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
