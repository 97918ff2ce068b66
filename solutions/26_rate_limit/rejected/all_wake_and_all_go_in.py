# fails: test_lets_rate_entries_in
# diagnosis: wrong-output
# The times are looked at before the sleep and noted after it, without a lock: all that wait go in together at 1 second.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        if len(self.times) >= self.rate:
            wait = self.times[-self.rate] + self.per - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
        self.times.append(loop.time())

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
