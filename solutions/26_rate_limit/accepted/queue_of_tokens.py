"""Tokens in a queue; a timer puts each one back `per` seconds after it was taken."""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.tokens = asyncio.Queue()
        for _ in range(rate):
            self.tokens.put_nowait("token")

    async def __aenter__(self):
        token = await self.tokens.get()
        loop = asyncio.get_running_loop()
        loop.call_later(self.per, self.tokens.put_nowait, token)
        return self

    async def __aexit__(self, *exc):
        return None


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    tasks = [asyncio.create_task(task(n, limiter)) for n in range(1, 8)]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
