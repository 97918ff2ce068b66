"""The slow part of the exercise: read it, import it, leave it as it is."""

import asyncio


async def fetch(number: int) -> int:
    """Return the payload of a number; takes 0.1 seconds."""
    await asyncio.sleep(0.1)
    return number * number
