"""A class collects orders and serves them all together."""

import asyncio
import sys
from dataclasses import dataclass, field


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


@dataclass
class Kitchen:
    orders: list[tuple[str, float]] = field(default_factory=list)

    def order(self, item: str, delay: float) -> None:
        self.orders.append((item, delay))

    async def serve(self) -> list[str]:
        return await asyncio.gather(*(task(item, delay) for item, delay in self.orders))


async def main() -> None:
    kitchen = Kitchen()
    kitchen.order("tea", 3)
    kitchen.order("coffee", 1)
    kitchen.order("water", 2)
    for line in await kitchen.serve():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    asyncio.run(main())
