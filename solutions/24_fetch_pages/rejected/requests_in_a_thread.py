# fails: test_task_uses_the_session
# diagnosis: parameter-ignored
# The thread keeps the loop free, but the session that is given stays unused. Seen by counting requests of the session.
import asyncio
from urllib.parse import urlsplit

import aiohttp
from given import site
import requests


async def task(session, url):
    page = urlsplit(url).path
    response = await asyncio.to_thread(requests.get, url)
    if response.status_code != 200:
        return f"{page}: error {response.status_code}"
    return f"{page}: {len(response.content)} bytes"


async def main():
    async with site() as base:
        async with aiohttp.ClientSession() as session:
            lines = await asyncio.gather(*[task(session, f"{base}/{n}") for n in range(1, 7)])
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
