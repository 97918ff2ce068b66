# line: 12
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    cakes = [bake(cake, 1) for cake in ("plum", "nut")]
    for cake in cakes:
        await cake


if __name__ == "__main__":
    asyncio.run(main())
