# fails: test_makes_one_session
# diagnosis: wrong-output
# main opens a session for each page, where one was asked for. Seen by counting sessions.
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


async def one(url):
    async with aiohttp.ClientSession() as session:
        return await task(session, url)


async def main():
    async with site() as base:
        lines = await asyncio.gather(*[one(f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
