# fails: test_task_tells_the_status
# diagnosis: unhandled-error
# gather returns the exception among its results, and main prints it.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url, raise_for_status=True) as response:
        return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base, aiohttp.ClientSession() as session:
        jobs = [task(session, f"{base}/{n}") for n in range(1, 7)]
        for line in await asyncio.gather(*jobs, return_exceptions=True):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
