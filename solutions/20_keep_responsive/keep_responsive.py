"""Hand blocking work to a thread."""

import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    """Return slow_hash(text), without blocking the event loop."""
    # The function and its argument are handed over, not called: a thread calls it, and the loop is free meanwhile.
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    """Hash "spam" and "eggs" at the same time while the heartbeat goes on, print both numbers."""
    beating = asyncio.create_task(heartbeat())
    # Each of the two waits in a thread of its own, so two seconds are enough for both.
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    # The heartbeat never ends by itself: it is cancelled, and awaited until it has ended.
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
