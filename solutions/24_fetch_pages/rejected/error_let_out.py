# fails: test_task_tells_the_status
# diagnosis: unhandled-error
# raise_for_status lets the 404 out as an exception, which ends the program.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        response.raise_for_status()
        return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
