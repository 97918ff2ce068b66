# fails: test_uses_anext
# diagnosis: required-construct
# `__aiter__` is an asynchronous generator, so there is no `__anext__` of the learner's own.
import asyncio


class Ticker:
    def __init__(self, count: int, interval: float) -> None:
        self.count = count
        self.interval = interval

    async def __aiter__(self):
        for number in range(1, self.count + 1):
            await asyncio.sleep(self.interval)
            yield number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
