# fails: test_waits_for_the_end
# diagnosis: cancelled-not-awaited
# main calls cancel and goes on; "main done" is printed before the worker has noticed anything.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError:
        print(f"{name} closed")
        raise


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
