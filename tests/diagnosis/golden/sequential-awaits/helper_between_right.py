import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def bake_well(cake: str) -> None:
    await bake(cake, 1)


async def main() -> None:
    await asyncio.gather(bake_well("plum"), bake_well("nut"))


if __name__ == "__main__":
    asyncio.run(main())
