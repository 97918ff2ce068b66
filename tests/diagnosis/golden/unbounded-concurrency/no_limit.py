# line: 12
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    await asyncio.gather(*(bake(cake, 1) for cake in ("plum", "nut", "pear", "fig")))


if __name__ == "__main__":
    asyncio.run(main())
