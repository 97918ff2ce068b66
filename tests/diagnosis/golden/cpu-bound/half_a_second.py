# line: 12
import asyncio


async def tick() -> None:
    for _ in range(3):
        await asyncio.sleep(1)


async def squares(last: int) -> int:
    total = 0
    for number in range(last):
        total += number * number
    await asyncio.sleep(1)
    return total


async def main() -> None:
    _, total = await asyncio.gather(tick(), squares(6_000_000))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
