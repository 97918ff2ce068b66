# line: 8
import asyncio
import time


async def main() -> None:
    end = time.monotonic() + 1
    while time.monotonic() < end:
        pass
    print("a second later")


if __name__ == "__main__":
    asyncio.run(main())
