"""raise_for_status, whose error is caught in task and knows the status."""

import asyncio

import aiohttp
from given import site
from yarl import URL


async def task(session, url):
    page = URL(url).path
    try:
        async with session.get(url) as response:
            if response.status != 200:
                response.raise_for_status()
                return f"{page}: error {response.status}"
            body = await response.read()
    except aiohttp.ClientResponseError as error:
        return f"{page}: error {error.status}"
    return f"{page}: {len(body)} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
