# line: 12
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    asyncio.gather(bake("plum", 2), bake("nut", 1))
    print("all in the oven")


if __name__ == "__main__":
    asyncio.run(main())
