import asyncio


async def tick() -> None:
    for _ in range(3):
        await asyncio.sleep(1)


def squares(last: int) -> int:
    total = 0
    for number in range(last):
        total += number * number
    return total


async def main() -> None:
    _, total, _ = await asyncio.gather(tick(), asyncio.to_thread(squares, 6_000_000), asyncio.sleep(1))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
