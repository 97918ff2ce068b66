# fails: test_prints_the_lines_in_page_order
# diagnosis: result-not-returned
# task prints its line in place of returning it; the lines come in finishing order.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        if response.status != 200:
            print(f"{page}: error {response.status}")
        else:
            print(f"{page}: {len(await response.read())} bytes")


async def main():
    async with site() as base, aiohttp.ClientSession() as session:
        await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])


if __name__ == "__main__":
    asyncio.run(main())
