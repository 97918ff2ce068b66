"""No guard, and little room between the lines."""

import asyncio
class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.sem = asyncio.Semaphore(rate)
    async def __aenter__(self):
        await self.sem.acquire()
        asyncio.get_running_loop().call_later(self.per, self.sem.release)
    async def __aexit__(self, *exc):
        pass
async def task(number, limiter):
    async with limiter:
        print("request", number)
async def main():
    lim = RateLimiter(3, 1)
    await asyncio.gather(*(task(i, lim) for i in range(1, 8)))
asyncio.run(main())
