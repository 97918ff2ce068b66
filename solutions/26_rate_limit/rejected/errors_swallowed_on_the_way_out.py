# fails: test_errors_go_out
# diagnosis: swallowed-exception
# __aexit__ returns True, so that an error inside the block disappears. Seen with an error inside.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.places = asyncio.Semaphore(rate)
        self.per = per

    async def __aenter__(self):
        await self.places.acquire()
        asyncio.get_running_loop().call_later(self.per, self.places.release)
        return self

    async def __aexit__(self, *exc):
        return True


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
