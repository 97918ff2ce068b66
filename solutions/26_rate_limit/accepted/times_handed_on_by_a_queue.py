"""The list of times is handed on from one entry to the next by a queue of one; a TaskGroup sends the requests."""

import asyncio


class Turn:
    """A turn that is passed on in the order of asking."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[list[float]] = asyncio.Queue()

    def give(self, times: list[float]) -> None:
        self.queue.put_nowait(times)

    async def take(self) -> list[float]:
        return await self.queue.get()


class RateLimiter:
    def __init__(self, rate: int, per: float) -> None:
        self.rate = rate
        self.per = per
        self.turn = Turn()
        self.turn.give([])

    async def __aenter__(self) -> "RateLimiter":
        times = await self.turn.take()
        loop = asyncio.get_running_loop()
        try:
            if len(times) == self.rate:
                await asyncio.sleep(times[0] + self.per - loop.time())
                del times[0]
            times.append(loop.time())
        finally:
            self.turn.give(times)
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        return None


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main() -> None:
    limiter = RateLimiter(rate=3, per=1)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 8):
            group.create_task(task(number, limiter))


if __name__ == "__main__":
    asyncio.run(main())
