"""The response is awaited; the session, which is closed at the end, takes care of its connection."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    response = await session.get(url)
    if response.status != 200:
        response.release()
        return f"{page}: error {response.status}"
    return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base:
        session = aiohttp.ClientSession()
        try:
            lines = await asyncio.gather(*(task(session, f"{base}/{n}") for n in range(1, 7)))
        finally:
            await session.close()
        for line in lines:
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
