# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Six pages of a web site, fetched at the same time with one session."""

import asyncio

import aiohttp
from given import site


async def task(session: aiohttp.ClientSession, url: str) -> str:
    """Fetch the page; return "PAGE: LENGTH bytes", or "PAGE: error STATUS" for any other status than 200."""
    # TODO: get the page with the session that is given, return its line


async def main() -> None:
    """Fetch the pages /1 to /6 of the site at the same time with one session, and print their lines in page order."""
    # TODO: open the site with `async with site() as base:`, open a session, run task for all six, print the lines


if __name__ == "__main__":
    asyncio.run(main())
