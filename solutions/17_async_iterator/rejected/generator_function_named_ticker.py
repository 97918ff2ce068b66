# fails: test_uses_anext
# diagnosis: required-construct
# Ticker is an asynchronous generator function; the methods `__aiter__` and `__anext__` are not written.
import asyncio


async def Ticker(count, interval):
    for number in range(1, count + 1):
        await asyncio.sleep(interval)
        yield number


async def task(name: str, count: int, interval: float) -> None:
    async for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main() -> None:
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
