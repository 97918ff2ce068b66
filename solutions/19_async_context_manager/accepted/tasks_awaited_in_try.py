"""Two tasks are created, and each is awaited in a try of its own."""

import asyncio
from dataclasses import dataclass


@dataclass
class Connection:
    name: str
    delay: float

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print(f"{self.name} open")
        return self

    def use(self):
        print(f"{self.name} used")

    async def __aexit__(self, *_):
        await asyncio.sleep(0.5)
        print(f"{self.name} closed")


async def task(name: str, delay: float, ok: bool) -> None:
    async with Connection(name, delay) as connection:
        if not ok:
            raise RuntimeError(f"{name} broke")
        connection.use()


async def main() -> None:
    tasks = [asyncio.create_task(task("A", 1, True)), asyncio.create_task(task("B", 2, False))]
    for t in tasks:
        try:
            await t
        except RuntimeError as error:
            print(f"error: {error}")


if __name__ == "__main__":
    asyncio.run(main())
