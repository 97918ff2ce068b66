# fails: test_lets_rate_entries_in
# diagnosis: over-serialised
# Every entry waits `per` seconds after the one before it, whatever the rate says.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.last = None

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if self.last is not None:
                await asyncio.sleep(max(0, self.last + self.per - loop.time()))
            self.last = loop.time()

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
