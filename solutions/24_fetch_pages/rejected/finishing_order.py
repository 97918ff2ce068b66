# fails: test_prints_the_lines_in_page_order
# diagnosis: output-order
# as_completed prints the quick pages first.
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
        for f in asyncio.as_completed([task(session, f"{base}/{n}") for n in range(1, 7)]):
            print(await f)


if __name__ == "__main__":
    asyncio.run(main())
