# fails: test_closes_after_an_error
# diagnosis: swallowed-exception
# `__aexit__` returns self, by symmetry with `__aenter__`; any true value makes the error disappear.
import asyncio


class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, *args):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")
        return self


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
