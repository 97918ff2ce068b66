# fails: test_lets_rate_entries_in
# diagnosis: output-order
# Those who wait are a stack: the one that came last goes in first.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.free = rate
        self.per = per
        self.waiting = []

    def give_back(self):
        if self.waiting:
            self.waiting.pop().set_result(None)
            asyncio.get_running_loop().call_later(self.per, self.give_back)
        else:
            self.free += 1

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        if self.free:
            self.free -= 1
            loop.call_later(self.per, self.give_back)
        else:
            future = loop.create_future()
            self.waiting.append(future)
            await future

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
