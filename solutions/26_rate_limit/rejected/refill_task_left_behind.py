# fails: test_leaves_nothing_behind
# diagnosis: task-not-cancelled
# A task that refills the places every second runs on for ever; nobody stops it.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.queue = asyncio.Queue()
        self.refiller = asyncio.create_task(self.refill())

    async def refill(self):
        while True:
            for _ in range(self.rate - self.queue.qsize()):
                self.queue.put_nowait(None)
            await asyncio.sleep(self.per)

    async def __aenter__(self):
        await self.queue.get()

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
