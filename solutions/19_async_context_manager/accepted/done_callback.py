"""A done callback prints the error of its task."""

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
    async with Connection(name, delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


def tell(t):
    if t.exception():
        print(f"error: {t.exception()}")


async def main() -> None:
    tasks = [asyncio.ensure_future(task("A", 1, True)), asyncio.ensure_future(task("B", 2, False))]
    for t in tasks:
        t.add_done_callback(tell)
    await asyncio.gather(*tasks, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
