import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake

async def main() -> None:
    await asyncio.gather(bake("plum", 2), bake("nut", 1))


if __name__ == "__main__":
    asyncio.run(main())
