import asyncio
from asyncio import sleep as nap


async def main() -> None:
    print("one")
    await nap(1)
    print("two")


if __name__ == "__main__":
    asyncio.run(main())
