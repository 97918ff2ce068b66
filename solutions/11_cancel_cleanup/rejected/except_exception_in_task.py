# fails: test_ticks_and_closes
# diagnosis: wrong-except
# except Exception does not see a cancellation, which is a BaseException: nothing is closed.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except Exception:
        print(f"{name} closed")
        raise


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
