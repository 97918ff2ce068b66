# fails: test_task_tells_the_status
# diagnosis: wrong-output
# Every error is called 404. Seen with a page that answers 500.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site


async def task(session, url):
    page = urlsplit(url).path
    async with session.get(url) as response:
        if not response.ok:
            return f"{page}: error 404"
        return f"{page}: {len(await response.read())} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
