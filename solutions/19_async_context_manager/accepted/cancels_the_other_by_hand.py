"""When one fails, main cancels the other and waits for it, as a task group would; then the error is told."""

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
    async with Connection(name=name, delay=delay):
        if not ok:
            raise RuntimeError(f"{name} broke")
        print(f"{name} used")


async def main() -> None:
    tasks = [asyncio.create_task(task("A", 1, True)), asyncio.create_task(task("B", 2, False))]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError as error:
        for t in tasks:
            t.cancel()
        await asyncio.wait(tasks)
        print(f"error: {error}")


if __name__ == "__main__":
    asyncio.run(main())
