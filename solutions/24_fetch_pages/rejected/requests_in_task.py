# fails: test_leaves_nothing_open
# diagnosis: blocking-call
# requests blocks the event loop, on which the site runs too: nobody answers.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site
import requests


async def task(session, url):
    page = urlsplit(url).path
    response = requests.get(url)
    if response.status_code != 200:
        return f"{page}: error {response.status_code}"
    return f"{page}: {len(response.content)} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
