# fails: test_lets_rate_entries_in
# diagnosis: wrong-output
# A token bucket: tokens come back one by one, a third of a second apart, not when the entries are a second old.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.tokens = rate
        self.updated = None
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            now = loop.time()
            if self.updated is not None:
                self.tokens = min(self.rate, self.tokens + (now - self.updated) * self.rate / self.per)
            self.updated = now
            if self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) * self.per / self.rate)
                self.tokens = 1
                self.updated = loop.time()
            self.tokens -= 1

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
