# fails: test_closes_after_an_error
# diagnosis: wrong-output
# `__aexit__` raises an error of its own, which takes the place of the one from inside.
import asyncio


class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")
        if exc is not None:
            raise RuntimeError(f"{self.name} closed after an error") from exc


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
