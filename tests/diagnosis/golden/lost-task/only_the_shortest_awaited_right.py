import asyncio


async def paint(part: str, days: float) -> None:
    print(f"{part}: first coat")
    await asyncio.sleep(days)
    print(f"{part}: second coat")


async def main() -> None:
    fence = asyncio.create_task(paint("fence", 1))
    house = asyncio.create_task(paint("house", 4))
    # the fence is what the neighbours see
    await fence
    await house
    print("all painted")


if __name__ == "__main__":
    asyncio.run(main())
