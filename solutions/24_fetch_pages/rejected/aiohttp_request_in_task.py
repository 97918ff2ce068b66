# fails: test_task_uses_the_session
# diagnosis: parameter-ignored
# aiohttp.request makes a session for every call; the one that is given stays unused. Seen by counting sessions.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with aiohttp.request("GET", url) as response:
        if response.status != 200:
            return f"{page}: error {response.status}"
        return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
