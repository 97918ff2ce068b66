import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    oven = asyncio.Semaphore(2)

    async def bake_in_turn(cake: str) -> None:
        async with oven:
            await bake(cake, 1)

    await asyncio.gather(*(bake_in_turn(cake) for cake in ("plum", "nut", "pear", "fig")))


if __name__ == "__main__":
    asyncio.run(main())
