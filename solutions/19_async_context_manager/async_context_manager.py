"""Open, use, and always close."""

import asyncio


class Connection:
    """A connection that takes `delay` seconds to open and 0.5 seconds to close, for `async with`."""

    def __init__(self, name: str, delay: float) -> None:
        """Remember the name, and how long it takes to open."""
        self.name = name
        self.delay = delay

    # `async with` awaits the two methods below: the first on the way in, the second on every way out.
    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    async def __aexit__(self, *error: object) -> None:
        # It returns nothing, which counts as false: an error from inside goes on. True would make it disappear.
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    """Print "NAME used" inside a connection, or raise RuntimeError("NAME broke") when `ok` is false."""
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    """Run A (1 second, ok) and B (2 seconds, not ok) at the same time, print the error that comes out."""
    # An error is a result like any other here: neither task is called off because the other one failed.
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
