import asyncio


def paint(wall: str) -> str:
    return f"{wall} painted"


async def main() -> None:
    print(await asyncio.to_thread(paint, "north"))


if __name__ == "__main__":
    asyncio.run(main())
