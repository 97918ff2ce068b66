# fails: test_task_opens_uses_and_closes
# diagnosis: async-iteration-misuse
# The decorator is missing: an asynchronous generator alone is no context manager.
import asyncio


async def Connection(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} open")
    try:
        yield
    finally:
        await asyncio.sleep(0.5)
        print(f"{name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, RuntimeError):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
