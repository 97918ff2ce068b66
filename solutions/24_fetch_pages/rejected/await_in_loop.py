# fails: test_fetches_all_at_the_same_time
# diagnosis: sequential-awaits
# One page after the other: 10 seconds in place of 3.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        if response.status != 200:
            return f"{page}: error {response.status}"
        body = await response.read()
        return f"{page}: {len(body)} bytes"


async def main():
    async with site() as base, aiohttp.ClientSession() as session:
        for n in range(1, 7):
            print(await task(session, f"{base}/{n}"))


if __name__ == "__main__":
    asyncio.run(main())
