"""The connection keeps an exit stack with what there is to close."""

import asyncio
from contextlib import AsyncExitStack


class Connection:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay
        self.stack = AsyncExitStack()

    async def _close(self) -> None:
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")

    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        self.stack.push_async_callback(self._close)
        return self

    async def __aexit__(self, *error) -> bool:
        return await self.stack.__aexit__(*error)


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
