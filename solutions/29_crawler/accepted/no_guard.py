"""No guard: a crawler whose last line starts it."""

import asyncio

from given import fetch


async def task(url, seen, fetched, broken, limit):
    """Fetch one page, then all pages that it leads to and nobody has taken."""
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    async with asyncio.TaskGroup() as group:
        for link in links:
            if link not in seen:
                seen.add(link)
                group.create_task(task(link, seen, fetched, broken, limit))


async def main() -> None:
    """Crawl the site from "/", then print the pages fetched, the broken ones, and how many were fetched."""
    fetched = []
    broken = []
    await task("/", {"/"}, fetched, broken, asyncio.Semaphore(3))
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


asyncio.run(main())
