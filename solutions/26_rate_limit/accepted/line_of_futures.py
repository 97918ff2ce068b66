"""Those who wait stand in a line of futures, and one timer at a time opens for the first."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.entries = deque(maxlen=rate)
        self.line = deque()

    def _let_in(self):
        loop = asyncio.get_running_loop()
        while self.line:
            if self.line[0].cancelled():
                self.line.popleft()
                continue
            if len(self.entries) == self.rate:
                at = self.entries[0] + self.per
                if loop.time() < at:
                    loop.call_at(at, self._let_in)
                    return
            self.entries.append(loop.time())
            self.line.popleft().set_result(None)

    async def __aenter__(self):
        future = asyncio.get_running_loop().create_future()
        self.line.append(future)
        if len(self.line) == 1:
            self._let_in()
        await future

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
