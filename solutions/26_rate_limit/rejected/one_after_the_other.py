# fails: test_sends_all_at_the_same_time
# diagnosis: sequential-awaits
# main awaits each request before it sends the next. Seen when a request takes time.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.slots = [float("-inf")] * rate
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            await asyncio.sleep(max(0, self.slots[0] + self.per - loop.time()))
            self.slots = self.slots[1:] + [loop.time()]
        return self

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    for number in range(1, 8):
        await task(number, limiter)


if __name__ == "__main__":
    asyncio.run(main())
