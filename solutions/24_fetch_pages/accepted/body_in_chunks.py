"""The body is counted in chunks, as a large one would be."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session: aiohttp.ClientSession, url: str) -> str:
    page = urlsplit(url).path
    async with session.request("GET", url) as response:
        if response.status != 200:
            return f"{page}: error {response.status}"
        length = 0
        async for chunk in response.content.iter_chunked(64):
            length += len(chunk)
    return f"{page}: {length} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
