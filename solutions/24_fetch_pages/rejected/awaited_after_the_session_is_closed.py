# fails: test_fetches_all_at_the_same_time
# diagnosis: unhandled-error
# The gather stands outside the session's block: the session is closed before a page is fetched.
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
        async with aiohttp.ClientSession() as session:
            jobs = [task(session, f"{base}/{n}") for n in range(1, 7)]
        for line in await asyncio.gather(*jobs):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
