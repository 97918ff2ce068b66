# fails: test_leaves_nothing_open
# diagnosis: blocking-call
# urlopen waits on the event loop's thread, and the site on the same thread cannot answer.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site
from urllib.error import HTTPError
from urllib.request import urlopen


async def task(session, url):
    page = urlsplit(url).path
    try:
        with urlopen(url) as response:
            return f"{page}: {len(response.read())} bytes"
    except HTTPError as error:
        return f"{page}: error {error.code}"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
