# line: 12
import asyncio


async def ticks(name, count):
    for number in range(1, count + 1):
        await asyncio.sleep(1)
        yield f"{name} {number}"


async def task(name, count):
    found = [tick async for tick in ticks(name, count)]
    for tick in found:
        print(tick)


async def main():
    await task("a", 2)
    await asyncio.sleep(1)  # a short break
    await task("b", 3)


if __name__ == "__main__":
    asyncio.run(main())
