# fails: test_ticks_and_closes
# diagnosis: task-not-cancelled
# An event tells the worker to stop at once; the lines are right, but cancelling the task finds no cleanup.
import asyncio

stop = asyncio.Event()


async def task(name: str) -> None:
    print(f"{name} opened")
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), 1)
        except asyncio.TimeoutError:
            print(f"{name} tick")
    print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    stop.set()
    await worker
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
