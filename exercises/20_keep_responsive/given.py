"""Slow work that knows nothing of asyncio, and a sign of life: read them, import them, leave them as they are."""

import asyncio
import time
import zlib


def slow_hash(text: str) -> int:
    """Return a number made of the text; blocks its thread for 2 seconds."""
    time.sleep(2)
    return zlib.crc32(text.encode())


async def heartbeat() -> None:
    """Print "beat" every 0.75 seconds, for ever."""
    while True:
        await asyncio.sleep(0.75)
        print("beat")
