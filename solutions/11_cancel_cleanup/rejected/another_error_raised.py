# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# The cancellation is turned into another error, so the task ends as failed and not as cancelled.
import asyncio


class WorkerClosed(Exception):
    pass


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError:
        print(f"{name} closed")
        raise WorkerClosed(name)


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except WorkerClosed:
        print("main done")


if __name__ == "__main__":
    asyncio.run(main())
