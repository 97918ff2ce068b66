# line: 17
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def bake_in(oven: asyncio.Semaphore, cake: str) -> None:
    async with oven:
        await bake(cake, 1)


async def main() -> None:
    oven = asyncio.Semaphore(1)
    await asyncio.gather(*(bake_in(oven, cake) for cake in ("plum", "nut", "pear", "fig")))


if __name__ == "__main__":
    asyncio.run(main())
