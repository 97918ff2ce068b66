# fails: test_fetches_all_at_the_same_time
# diagnosis: over-serialised
# The connector lets one connection through at a time.
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
    async with site() as base:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
