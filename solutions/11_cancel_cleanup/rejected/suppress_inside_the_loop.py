# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# suppress(CancelledError) around the sleep makes the task immune: it ticks once more at once and never ends.
import asyncio
from contextlib import suppress


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.wait([worker])
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
