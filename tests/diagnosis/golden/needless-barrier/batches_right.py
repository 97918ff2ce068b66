import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


CAKES = (("plum", 3), ("nut", 1), ("pear", 1), ("fig", 2))


async def main() -> None:
    oven = asyncio.Semaphore(2)

    async def bake_in_turn(cake: str, hours: float) -> None:
        async with oven:
            await bake(cake, hours)

    await asyncio.gather(*(bake_in_turn(*cake) for cake in CAKES))


if __name__ == "__main__":
    asyncio.run(main())
