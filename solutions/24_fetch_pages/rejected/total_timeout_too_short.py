# fails: test_fetches_all_at_the_same_time
# diagnosis: timeout-misuse
# A time-out for each request that nobody asked for: page 2 takes 3 seconds.
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
    timeout = aiohttp.ClientTimeout(total=2.5)
    async with site() as base, aiohttp.ClientSession(timeout=timeout) as session:
        for line in await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)]):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
