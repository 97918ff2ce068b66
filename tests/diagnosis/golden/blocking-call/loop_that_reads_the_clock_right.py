import asyncio
import time


async def main() -> None:
    await asyncio.sleep(1)
    print("a second later")


if __name__ == "__main__":
    asyncio.run(main())
