"""anyio's task group; a list has a place for each line."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
import anyio
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        if response.status != 200:
            return f"{page}: error {response.status}"
        body = await response.read()
        return f"{page}: {len(body)} bytes"


async def main() -> None:
    lines = [""] * 6

    async def put(number: int, url: str) -> None:
        lines[number - 1] = await task(session, url)

    async with site() as base, aiohttp.ClientSession() as session, anyio.create_task_group() as tg:
        for number in range(1, 7):
            tg.start_soon(put, number, f"{base}/{number}")
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
