"""`__anext__` inside a plain for that counts to two."""

import asyncio


async def countdown(start: int, interval: float):
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        print(f"countdown {start} closed")


async def task(start):
    numbers = countdown(start, 1)
    for _ in range(2):
        number = await numbers.__anext__()
        print(number)
    await numbers.aclose()
    print("task done")


async def main():
    result = [n async for n in countdown(3, 1)]
    print(result)
    await asyncio.create_task(task(5))


if __name__ == "__main__":
    asyncio.run(main())
