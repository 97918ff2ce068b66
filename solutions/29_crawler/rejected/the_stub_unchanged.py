# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""A crawler: every page of a site, each once, three at a time."""

import asyncio

from given import fetch


async def task(url: str) -> None:
    """Fetch one page and see to its links; more parameters may be added after the URL."""
    # TODO: fetch the page, remember it, go on with the links that nobody has taken yet


async def main() -> None:
    """Crawl the site from "/", then print the pages fetched, the broken ones, and how many were fetched."""
    # TODO: crawl, at most three pages at a time, then print


if __name__ == "__main__":
    asyncio.run(main())
