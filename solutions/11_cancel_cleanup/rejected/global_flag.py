# fails: test_ticks_and_closes
# diagnosis: task-not-cancelled
# A flag in place of cancellation: the worker sees it only at its next tick, at t=3.
import asyncio

running = True


async def task(name: str) -> None:
    print(f"{name} opened")
    while running:
        await asyncio.sleep(1)
        print(f"{name} tick")
    print(f"{name} closed")


async def main() -> None:
    global running
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    running = False
    await worker
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
