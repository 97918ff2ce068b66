# fails: test_lets_rate_entries_in
# diagnosis: parameter-ignored
# A semaphore counts how many are inside at once, and `per` is not used: all seven go in at 0 seconds.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.semaphore = asyncio.Semaphore(rate)

    async def __aenter__(self):
        await self.semaphore.acquire()

    async def __aexit__(self, *exc):
        self.semaphore.release()


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
