"""A done callback sets an event, which main waits for."""

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
    ended = asyncio.Event()
    worker = asyncio.create_task(task("worker"))
    worker.add_done_callback(lambda _: ended.set())
    await asyncio.sleep(2.5)
    worker.cancel()
    await ended.wait()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
