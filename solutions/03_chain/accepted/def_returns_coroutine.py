"""`task` is a plain def that returns the coroutine of a helper class's method."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

import given


@dataclass
class Order:
    number: int
    user: str | None = None
    city: str | None = None

    async def look_up_user(self) -> None:
        self.user = await given.find_user(self.number)

    async def look_up_city(self) -> None:
        self.city = await given.find_city(self.user)

    async def run(self) -> str:
        await self.look_up_user()
        await self.look_up_city()
        print(self)
        return self.city

    def __str__(self) -> str:
        return f"order {self.number}: {self.city}"


def task(order: int) -> Awaitable[str]:
    return Order(order).run()


async def main() -> None:
    await asyncio.gather(*[task(number) for number in (1, 2, 3)])


if __name__ == "__main__":
    asyncio.run(main())
