"""Give up in time."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return "NAME answer"."""
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    """Print the answer, or that it did not come within 2 seconds."""
    # At its limit the block cancels what is awaited inside it, waits for the end of that, and raises TimeoutError. The
    # limit stands round one task, so its end concerns that task and no other.
    try:
        async with asyncio.timeout(2):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main() -> None:
    """Ask fast (1 second) and slow (10 seconds) at the same time; allow each 2 seconds."""
    # Each question with its own limit is a coroutine of its own, so both limits begin now, and neither line waits for
    # the other.
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
