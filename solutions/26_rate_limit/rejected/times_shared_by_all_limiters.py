# fails: test_limiters_are_apart
# diagnosis: over-serialised
# The list of times belongs to the class, so that two limiters share it. Seen with a second limiter.
import asyncio


class RateLimiter:
    times = []

    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if len(self.times) >= self.rate:
                await asyncio.sleep(max(0, self.times[-self.rate] + self.per - loop.time()))
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
