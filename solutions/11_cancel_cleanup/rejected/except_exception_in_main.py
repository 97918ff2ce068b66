# fails: test_main_cancels_the_worker
# diagnosis: wrong-except
# main catches Exception, and a CancelledError is none: it goes through.
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
        await worker
    except Exception as error:
        print("cancelled:", error)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
