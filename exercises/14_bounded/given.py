"""The slow part of the exercise: read it, import it, leave it as it is."""

import asyncio


async def download(number: int) -> int:
    """Return the square of the number; takes 1 second."""
    await asyncio.sleep(1)
    return number * number
