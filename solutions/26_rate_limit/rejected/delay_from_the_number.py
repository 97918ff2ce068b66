# fails: test_task_enters_the_limiter
# diagnosis: sleep-instead-of-await
# task works out from its number when its turn is. Seen with other numbers.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per

    async def __aenter__(self):
        pass

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    await asyncio.sleep((number - 1) // 3)
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
