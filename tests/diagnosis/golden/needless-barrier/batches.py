# line: 16
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


CAKES = (("plum", 3), ("nut", 1), ("pear", 1), ("fig", 2))


async def main() -> None:
    for first in range(0, len(CAKES), 2):
        await asyncio.gather(*(bake(*cake) for cake in CAKES[first : first + 2]))


if __name__ == "__main__":
    asyncio.run(main())
