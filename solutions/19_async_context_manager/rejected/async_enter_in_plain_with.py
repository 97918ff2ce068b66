# fails: test_task_opens_uses_and_closes
# diagnosis: sync-context-manager
# with calls an async `__enter__` and awaits nothing: no connection is ever opened or closed.
import asyncio


class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def __enter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __exit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name, delay, ok):
    with Connection(name, delay):
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
