# fails: test_in_any_stretch_of_time
# diagnosis: wrong-output
# The count begins anew every second: three at 0.9 and three at 1.0 go in together. Seen with late requests.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.window = None
        self.count = 0
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            now = loop.time()
            if self.window is None:
                self.window = now
            while now >= self.window + self.per:
                self.window += self.per
                self.count = 0
            if self.count == self.rate:
                await asyncio.sleep(self.window + self.per - now)
                self.window += self.per
                self.count = 0
            self.count += 1

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
