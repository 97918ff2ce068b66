"""A class with the limit as its attribute; lines go through sys.stdout."""

import asyncio
import sys


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


class Asker:
    def __init__(self, limit: float) -> None:
        self.limit = limit

    async def ask(self, name: str, delay: float) -> None:
        try:
            line = await asyncio.wait_for(task(name, delay), self.limit)
        except asyncio.TimeoutError:
            line = f"{name} timed out"
        sys.stdout.write(line + "\n")


async def main() -> None:
    asker = Asker(limit=2)
    await asyncio.gather(asker.ask("fast", 1), asker.ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
