"""A lock keeps the order; the times of the last entries are in a deque; whoever is first sleeps what is missing."""

import asyncio
import time
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = deque()
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            if len(self.times) >= self.rate:
                wait = self.times.popleft() + self.per - time.monotonic()
                if wait > 0:
                    await asyncio.sleep(wait)
            self.times.append(time.monotonic())
        return self

    async def __aexit__(self, exc_type, exc, tb):
        return False


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
