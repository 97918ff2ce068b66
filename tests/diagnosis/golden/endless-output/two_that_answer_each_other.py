# Two players hit the ball back to each other, and nobody ever misses.
# line: 9
import asyncio


async def player(name: str, mine: asyncio.Queue, other: asyncio.Queue) -> None:
    while True:
        ball = await mine.get()
        print(f"{name} hits ball {ball}")
        await other.put(ball + 1)


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
