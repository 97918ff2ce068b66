"""Six pages of a web site, fetched at the same time with one session."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session: aiohttp.ClientSession, url: str) -> str:
    """Fetch the page; return "PAGE: LENGTH bytes", or "PAGE: error STATUS" for any other status than 200."""
    page = urlsplit(url).path
    # The block gives the connection back to the session, whether the body has been read or not.
    async with session.get(url) as response:
        # A status such as 404 is an answer like any other: aiohttp raises nothing unless it is told to.
        if response.status != 200:
            return f"{page}: error {response.status}"
        # What was sent is bytes. The text may have fewer characters, and the header with the length may be missing.
        body = await response.read()
    return f"{page}: {len(body)} bytes"


async def main() -> None:
    """Fetch the pages /1 to /6 of the site at the same time with one session, and print their lines in page order."""
    # One session holds the connections for all six; leaving its block closes them, before the site goes.
    async with site() as base, aiohttp.ClientSession() as session:
        lines = await asyncio.gather(*(task(session, f"{base}/{number}") for number in range(1, 7)))
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
