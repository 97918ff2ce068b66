# fails: test_task_enters_the_limiter
# diagnosis: parameter-ignored
# task prints without entering the limiter.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per

    async def __aenter__(self):
        await asyncio.sleep(self.per)

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
