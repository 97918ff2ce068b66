# The same parameters in another order.
# line: 7

import asyncio


async def send(seconds: float, letter: str) -> None:
    """Send a letter."""
    await asyncio.sleep(seconds)
    print("sent:", letter)


async def main() -> None:
    tasks = [asyncio.create_task(send(n, f"letter {n}")) for n in (1, 2)]
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
