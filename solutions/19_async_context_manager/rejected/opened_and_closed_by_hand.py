# fails: test_uses_async_with
# diagnosis: required-construct
# task calls `__aenter__` and `__aexit__` itself; async with is not used.
import asyncio


class Connection:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    connection = Connection(name, delay)
    await connection.__aenter__()
    try:
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")
    finally:
        await connection.__aexit__(None, None, None)


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, RuntimeError):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
