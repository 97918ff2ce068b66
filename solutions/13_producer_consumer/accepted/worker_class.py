"""A worker class that remembers whether it is busy, started and stopped by a pool."""

import asyncio


class Worker:
    def __init__(self, name: str, queue: asyncio.Queue) -> None:
        self.name = name
        self.queue = queue
        self.done = 0

    async def work(self, number: int) -> None:
        await asyncio.sleep(1)
        print(f"{self.name} did {number}")
        self.done += 1

    async def run(self) -> None:
        while True:
            await self.work(await self.queue.get())
            self.queue.task_done()


async def task(name: str, queue: asyncio.Queue) -> None:
    await Worker(name, queue).run()


class Pool:
    def __init__(self, size: int) -> None:
        self.queue: asyncio.Queue[int] = asyncio.Queue()
        self.size = size

    async def __aenter__(self) -> "Pool":
        self.tasks = [asyncio.create_task(task(f"worker {i + 1}", self.queue)) for i in range(self.size)]
        return self

    async def __aexit__(self, *error) -> None:
        await self.queue.join()
        for t in self.tasks:
            t.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def main() -> None:
    async with Pool(2) as pool:
        for number in range(1, 6):
            pool.queue.put_nowait(number)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
