import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    for cake in ("plum", "nut"):
        await bake(cake, 1)


if __name__ == "__main__":
    asyncio.run(main())
