# fails: test_waits_for_the_end
# diagnosis: result-not-ready
# exception() right after cancel(): the task has not ended yet, so it raises InvalidStateError.
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
    worker.cancel()
    try:
        worker.exception()
    except asyncio.CancelledError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
