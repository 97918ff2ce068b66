"""The loop cancels the task by a timer, while main already waits for its end."""

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
    loop = asyncio.get_running_loop()
    worker = loop.create_task(task("worker"), name="worker")
    loop.call_later(2.5, worker.cancel)
    await asyncio.gather(worker, return_exceptions=True)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
