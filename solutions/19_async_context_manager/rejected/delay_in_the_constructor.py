# fails: test_never_blocks
# diagnosis: blocking-call
# The delay is waited in `__init__`, with time.sleep, because `__init__` cannot await.
import asyncio
import time


class Connection:
    def __init__(self, name, delay):
        self.name = name
        time.sleep(delay)

    async def __aenter__(self):
        print(f"{self.name} open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


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
