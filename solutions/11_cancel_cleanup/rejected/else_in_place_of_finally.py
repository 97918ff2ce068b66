# fails: test_ticks_and_closes
# diagnosis: cleanup-missing
# The closing line stands in else, which runs only when no exception came.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError:
        raise
    else:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.wait({worker})
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
