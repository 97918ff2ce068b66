# fails: test_waits_for_the_end
# diagnosis: task-not-cancelled
# asyncio.wait with a timeout only stops waiting; it cancels nothing.
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
    await asyncio.wait([worker], timeout=2.5)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
