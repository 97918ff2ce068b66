"""A small context manager prints the first and the last line."""

import asyncio
from contextlib import contextmanager, suppress


@contextmanager
def announced(name):
    print(f"{name} opened")
    try:
        yield
    finally:
        print(f"{name} closed")


async def task(name: str) -> None:
    with announced(name):
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
