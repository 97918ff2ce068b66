# fails: test_leaves_nothing_behind
# diagnosis: lost-task
# A task for each entry gives its place back after a second; the last ones still wait when main returns.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.places = asyncio.Semaphore(rate)
        self.per = per
        self.tasks = set()

    async def give_back(self):
        await asyncio.sleep(self.per)
        self.places.release()

    async def __aenter__(self):
        await self.places.acquire()
        t = asyncio.create_task(self.give_back())
        self.tasks.add(t)
        t.add_done_callback(self.tasks.discard)

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
