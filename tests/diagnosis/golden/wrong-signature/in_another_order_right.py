# entry point: send

import asyncio


async def send(letter: str, seconds: float) -> None:
    """Send a letter."""
    await asyncio.sleep(seconds)
    print("sent:", letter)


async def main() -> None:
    tasks = [asyncio.create_task(send(f"letter {n}", n)) for n in (1, 2)]
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
