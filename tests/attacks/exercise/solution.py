"""The reference solution. It holds a secret: @CANARY@."""

import asyncio

from given import fetch

SECRET = "@CANARY@"


async def fetch_all(fetch, ids):
    """Fetch all."""
    return await asyncio.gather(*map(fetch, ids))


async def main():
    """Print the payloads of 1 to 5."""
    print(await fetch_all(fetch, [1, 2, 3, 4, 5]))
