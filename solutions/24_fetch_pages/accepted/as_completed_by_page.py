"""as_completed collects into a dictionary by page; an AsyncExitStack holds site and session."""

import asyncio
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

from aiohttp import ClientSession
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        if response.status != 200:
            return f"{page}: error {response.status}"
        body = await response.read()
        return f"{page}: {len(body)} bytes"


async def main():
    lines = {}
    async with AsyncExitStack() as stack:
        base = await stack.enter_async_context(site())
        session = await stack.enter_async_context(ClientSession())
        for ready in asyncio.as_completed([task(session, f"{base}/{n}") for n in range(1, 7)]):
            line = await ready
            lines[line.split(":")[0]] = line
    for n in range(1, 7):
        print(lines[f"/{n}"])


if __name__ == "__main__":
    asyncio.run(main())
