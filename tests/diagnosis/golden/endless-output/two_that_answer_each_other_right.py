import asyncio


async def player(name: str, mine: asyncio.Queue, other: asyncio.Queue) -> None:
    while True:
        ball = await mine.get()
        if ball > 10:
            break
        print(f"{name} hits ball {ball}")
        await other.put(ball + 1)
    await other.put(ball)


async def main() -> None:
    left: asyncio.Queue[int] = asyncio.Queue()
    right: asyncio.Queue[int] = asyncio.Queue()
    await left.put(1)
    await asyncio.gather(
        player("Left", left, right),
        player("Right", right, left),
    )


if __name__ == "__main__":
    asyncio.run(main())
