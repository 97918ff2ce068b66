# fails: test_ticks_and_closes
# diagnosis: task-not-cancelled
# The worker counts two ticks and half a second and closes by itself; nobody cancels it.
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    for _ in range(2):
        await asyncio.sleep(1)
        print(f"{name} tick")
    await asyncio.sleep(0.5)
    print(f"{name} closed")


async def main() -> None:
    await task("worker")
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
