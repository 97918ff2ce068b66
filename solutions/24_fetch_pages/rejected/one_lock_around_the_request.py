# fails: test_fetches_all_at_the_same_time
# diagnosis: over-serialised
# A lock around the request lets one page be fetched at a time.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site

lock = asyncio.Lock()


async def task(session, url):
    page = urlsplit(url).path
    async with lock:
        async with session.get(url) as response:
            if response.status != 200:
                return f"{page}: error {response.status}"
            return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
