"""A class opens the session with a connector of its own, which has a place for each page."""

import asyncio
from urllib.parse import urlparse

import aiohttp
from given import site


class Fetcher:
    def __init__(self, places):
        self.places = places

    async def __aenter__(self):
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self.places))
        return self

    async def __aexit__(self, *exc):
        await self.session.close()

    async def line(self, url):
        return await task(self.session, url)


async def task(session, url):
    page = urlparse(url).path
    async with session.get(url) as response:
        body = await response.read()
        what = f"{len(body)} bytes" if response.status == 200 else f"error {response.status}"
        return f"{page}: {what}"


async def main():
    async with site() as base, Fetcher(6) as fetcher:
        for line in await asyncio.gather(*[fetcher.line(f"{base}/{n}") for n in range(1, 7)]):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
