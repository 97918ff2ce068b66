# fails: test_prints_the_lines_in_page_order
# diagnosis: hard-coded-output
# The pages are fetched, and the lines of the instructions are printed. Seen with other pages.
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
        await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for n, what in enumerate(["23 bytes", "820 bytes", "64 bytes", "error 404", "44 bytes", "10 bytes"], 1):
        print(f"/{n}: {what}")


if __name__ == "__main__":
    asyncio.run(main())
