"""A TaskGroup; the page's path is taken from the response."""

import asyncio

import aiohttp
import given


async def task(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:
        path = response.url.path
        if response.status == 200:
            return f"{path}: {len(await response.read())} bytes"
        return f"{path}: error {response.status}"


async def main() -> None:
    async with given.site() as base, aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
        jobs = [group.create_task(task(session, base + page)) for page in ("/1", "/2", "/3", "/4", "/5", "/6")]
    print(*[job.result() for job in jobs], sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
