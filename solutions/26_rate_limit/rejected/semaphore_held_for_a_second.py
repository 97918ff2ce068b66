# fails: test_lets_rate_entries_in
# diagnosis: wrong-output
# Each entry sleeps `per` seconds on its way out while it holds its place: main ends a second late.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.semaphore = asyncio.Semaphore(rate)
        self.per = per

    async def __aenter__(self):
        await self.semaphore.acquire()

    async def __aexit__(self, *exc):
        await asyncio.sleep(self.per)
        self.semaphore.release()


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
