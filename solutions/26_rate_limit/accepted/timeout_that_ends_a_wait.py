"""The sleeping is done by asyncio.timeout_at around a wait for nothing; a fair lock keeps the order."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate: int, per: float) -> None:
        self._per = per
        self._recent: deque[float] = deque([], rate)
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> None:
        loop = asyncio.get_running_loop()
        async with self._turn:
            if len(self._recent) == self._recent.maxlen and (at := self._recent[0] + self._per) > loop.time():
                try:
                    async with asyncio.timeout_at(at):
                        await loop.create_future()
                except TimeoutError:
                    pass
            self._recent.append(loop.time())

    async def __aexit__(self, *_) -> None: ...


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
