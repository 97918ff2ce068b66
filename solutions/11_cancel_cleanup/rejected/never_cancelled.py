# fails: test_waits_for_the_end
# diagnosis: task-not-cancelled
# main leaves the worker running; it is cut off, and closes, only when the program ends.
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
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
