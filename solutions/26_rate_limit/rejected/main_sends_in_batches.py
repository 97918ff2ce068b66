# fails: test_sends_all_at_the_same_time
# diagnosis: sleep-instead-of-await
# main sends three, sleeps a second, sends three more; the limiter does nothing.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(task(1, limiter), task(2, limiter), task(3, limiter))
    await asyncio.sleep(1)
    await asyncio.gather(task(4, limiter), task(5, limiter), task(6, limiter))
    await asyncio.sleep(1)
    await task(7, limiter)


if __name__ == "__main__":
    asyncio.run(main())
